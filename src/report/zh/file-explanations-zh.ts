import type { Explanation } from '../wording.ts';

type Explained =
  | 'materials.none'
  | 'file.unclassified'
  | 'file.junk'
  | 'file.empty'
  | 'file.format'
  | 'file.size'
  | 'file.size-min'
  | 'file.readable';

export const fileExplanationsZh: Readonly<Record<Explained, Explanation>> = {
  'materials.none': {
    asks: '材料文件夹里至少有一个可以检查的文件。',
    why: '什么都没有查，就不能说合格。',
    mend: [
      '核对命令里写的文件夹是不是放材料的那一个。',
      '按类别建文件夹，如 战疫故事汇、专题微党课，把材料放进去。',
    ],
  },
  'file.unclassified': {
    asks: '每份材料都看得出属于通知的哪个类别。先看所在文件夹的名称，再看文件名，最后看 --category。',
    why: '不同类别的要求、邮箱和截止日期都不同，归错了等于没有交。',
    mend: [
      '把文件移到以类别命名的文件夹里，如 材料/战疫故事汇/作品名/。',
      '文件夹里全是同一类的，运行时加 --category，如 four-ones check 材料 --category 战疫故事汇。',
      '压缩包先解压；快捷方式换成文件本身。',
    ],
  },
  'file.junk': {
    asks: '材料文件夹里只放材料。系统文件、临时文件、链接等会列出来，不当作材料，也不会被改动。',
    why: '免得把锁文件、没下载完的文件当成材料交上去。',
    mend: [
      '~$ 开头的文件：关闭 Word、WPS 后会消失。',
      '链接和快捷方式：换成文件本身。',
      '其余的不用管，或移出文件夹。',
    ],
  },
  'file.empty': {
    asks: '文件有内容，并且已经在本机上。',
    why: '0 字节的文件、只在网盘里的文件，交上去是空的。',
    mend: ['0 字节：从原处重新拷贝。', 'OneDrive、WPS 云文档等：右键选“始终保留在此设备上”，等下载完。'],
  },
  'file.format': {
    asks: '文件的真实格式是通知要求的那几种。看的是内容，不是扩展名。',
    why: '只改扩展名的文件，在收件人的电脑上常常打不开，会被退回。',
    mend: [
      '视频：剪映“导出”，格式 mp4、编码 H.264；或格式工厂“→MP4”。',
      '苹果 MOV 换成 MP4（不损画质）：ffmpeg -i "课.mov" -c:v copy -c:a aac -movflags +faststart "课.mp4"',
      '照片：苹果手机“设置→相机→格式→兼容性最佳”；已拍的 HEIC 用看图软件另存为 JPG。',
      '文稿：用 Word 或 WPS 打开，“另存为→Word 文档 (*.docx)”。',
      '设了密码的文档：先取消密码。',
    ],
  },
  'file.size': {
    asks: '文件不超过通知规定的大小。2G 按 2×1024×1024×1024 字节算，正好等于也算合格；按 1000 进位会超的，合格但提醒。',
    why: '超过的传不上去，或者被邮箱退回。',
    mend: [
      '视频：剪映导出时把码率调到 6000–8000 kbps；格式工厂“→MP4”，“输出配置”里把码率调低。',
      '不用软件重做，直接压小：ffmpeg -i "课.mp4" -c:v libx264 -crf 23 -preset slow -c:a aac "课-压缩.mp4"',
      '照片：另存为 JPG，品质 90 左右。',
      '扫描件：200–300 dpi、灰度重新扫描，或用 WPS 压缩 PDF。',
      'Word：“图片格式→压缩图片”。',
    ],
  },
  'file.size-min': {
    asks: '文件不小于通知规定的大小。',
    why: '太小的多半是缩略图、截图或被微信压过的，印刷、放大都不清楚。',
    mend: [
      '找相机、手机里的原文件，不要用截图和缩略图。',
      '微信传图时勾选“原图”，或用数据线、网盘、邮件传。',
    ],
  },
  'file.readable': {
    asks: '文件能打开、没有缺损：视频没有被截断，照片能整张读出，文档和 PDF 能打开。',
    why: '没拷完的视频开头照样能放，到收件人那里才发现后半截没有。',
    mend: [
      '从原处重新拷贝，拷完再拔 U 盘；下载的重新下载。',
      '视频从剪映等软件重新导出；手机里还有原片的，用数据线重新拷一份。',
      'Word、WPS 打不开的：在原来的电脑上打开，另存一份再拷。',
      '不放心的视频、录音可以从头到尾检查：four-ones check --deep',
      '设了密码的先取消密码。',
    ],
  },
};
