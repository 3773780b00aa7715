import type { Explanation } from '../wording.ts';

type Explained =
  | 'video.container'
  | 'video.codec'
  | 'video.resolution'
  | 'video.duration'
  | 'video.subtitles'
  | 'video.audio'
  | 'video.pixel-format'
  | 'video.scan'
  | 'video.fps'
  | 'video.bitrate'
  | 'video.aspect'
  | 'video.orientation'
  | 'video.faststart';

export const videoExplanationsZh: Readonly<Record<Explained, Explanation>> = {
  'video.container': {
    asks: '装画面和声音的“盒子”（封装）是通知要求的那种，通常是 MP4。看的是文件内部的标识。',
    why: '苹果的 MOV 改名成 .mp4，里面仍是 MOV，有的系统不收。',
    mend: [
      '剪映导出时格式选 mp4；格式工厂选“→MP4”。',
      '已有的 MOV 换“盒子”（不损画质）：ffmpeg -i "课.mov" -c:v copy -c:a aac -movflags +faststart "课.mp4"',
    ],
  },
  'video.codec': {
    asks: '画面的压缩方式（编码）是通知要求的那种，通常是 H.264。',
    why: 'H.265（HEVC）在许多单位的电脑和网站上放不出来。',
    mend: [
      '剪映“导出”：编码选 H.264。',
      '格式工厂“→MP4”，“输出配置”里视频编码选 AVC（H264）。',
      '苹果手机“设置→相机→格式→兼容性最佳”后再拍。',
      'ffmpeg -i "课.mp4" -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "课-h264.mp4"',
    ],
  },
  'video.resolution': {
    asks: '播放时看到的画面大小符合通知，通常是 1920×1080。手机竖拍、旋转、像素不是正方形的，都按播放时的样子算。',
    why: '太小的放大后模糊，竖的两边是黑边，录屏常差几个像素。',
    mend: [
      '剪映“导出”：分辨率选 1080P，比例选 16:9。',
      '格式工厂“→MP4”，“输出配置”里屏幕大小选 1920x1080。',
      '手机拍摄前：横着拿，“设置→视频”选 1080P。',
      '录屏软件：录制区域选全屏，输出选 1920×1080。',
      'ffmpeg -i "课.mp4" -vf scale=1920:1080,setsar=1 -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "课-1080p.mp4"',
    ],
  },
  'video.duration': {
    asks: '影片的长度在通知规定的范围内。规定的上限、下限本身也算合格。',
    why: '超过上限的不收；建议的时长不够或超出，只作提醒。',
    mend: [
      '剪映里剪去片头片尾和停顿，再导出；手机相册的“编辑”也能掐头去尾。',
      '只掐头去尾，不损画质（留 5 秒到 20 分钟）：ffmpeg -ss 5 -to 1200 -i "课.mp4" -c copy "课-剪.mp4"',
      '太长的，可征得收件方同意后分成上下两集。',
    ],
  },
  'video.subtitles': {
    asks: '影片有字幕（有的通知相反，不要字幕）。可以是影片内的字幕轨、同名的 .srt/.ass/.vtt 文件，或直接压在画面里。',
    why: '压在画面里的字幕只是画面的一部分，文件数据里没有记录。程序从影片各处抽看画面：下方正中有一行行文字接连出现，就是字幕；看不准的列为“无法判定”，由人看一眼。',
    mend: [
      '剪映“文本→智能字幕→识别字幕”，校对后导出影片。',
      '剪映“导出”时勾选“字幕导出”，选 SRT，与影片同名，放在影片旁边：课.mp4、课.srt。',
      '字幕已经压在画面里的：由负责的同志看过影片后确认。',
      '把 .srt 放进影片作字幕轨：ffmpeg -i "课.mp4" -i "课.srt" -c copy -c:s mov_text "课-字幕.mp4"',
    ],
  },
  'video.audio': {
    asks: '影片有声音轨，并且不是从头到尾静音（最响处高于 −60 dB）。',
    why: '录屏没开话筒、剪辑时关了原声，都会交上一部哑片。',
    mend: [
      '剪映里检查“关闭原声”是否打开，音量是否为 0。',
      '录屏时勾选“麦克风”；手机录像前看看有没有被别的软件占着话筒。',
      '声音太轻的放大：ffmpeg -i "课.mp4" -c:v copy -af loudnorm -c:a aac "课-声音.mp4"',
      '重新导出后戴耳机听一遍。',
    ],
  },
  'video.pixel-format': {
    asks: '画面的颜色记录方式是通知要求的那种，通常是 8 位 4:2:0（yuv420p）。',
    why: '10 位、4:4:4 的影片虽然也叫 H.264，普通播放器和网页放不出来。',
    mend: [
      '剪映导出时不要选“10 位”“HDR”。',
      '苹果手机“设置→相机→录制视频”关闭“HDR 视频”。',
      'ffmpeg -i "课.mp4" -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "课-8位.mp4"',
    ],
  },
  'video.scan': {
    asks: '画面逐行扫描（一帧是一幅完整的画面）。',
    why: '老式摄像机的隔行画面在电脑上放，运动处有锯齿横纹。',
    mend: [
      '摄像机设置里选带 p 的（1080p），不选带 i 的（1080i）；手机拍的、剪映导出的都是逐行。',
      'ffmpeg -i "课.mp4" -vf bwdif -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "课-逐行.mp4"',
    ],
  },
  'video.fps': {
    asks: '每秒的画面数（帧率）在通知规定的范围内。',
    why: '太低会一顿一顿；忽快忽慢的，剪辑后声音和画面会对不上。',
    mend: [
      '剪映“导出”：帧率选 25 或 30；格式工厂“输出配置”里每秒帧数填 25。',
      '苹果手机“设置→相机→录制视频”选 30 fps，关闭“自动 FPS”。',
      'ffmpeg -i "课.mp4" -r 25 -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "课-25帧.mp4"',
    ],
  },
  'video.bitrate': {
    asks: '每秒的数据量（码率）在通知规定的范围内。',
    why: '太低的画面发糊，太高的播放会卡。',
    mend: [
      '剪映“导出”：码率选“自定义”，填通知要求的数值；格式工厂在“输出配置→码率”里填。',
      'ffmpeg -i "课.mp4" -c:v libx264 -b:v 8M -pix_fmt yuv420p -c:a aac "课-8M.mp4"',
    ],
  },
  'video.aspect': {
    asks: '画面的宽高比是通知要求的那种，通常是 16:9。',
    why: '比例不对的，放映时两边或上下有黑边，或者人被压扁。',
    mend: [
      '剪映里“比例”选 16:9，再导出。',
      '手机横着拍。',
      '已经拍好的，上下或左右加黑边：ffmpeg -i "课.mp4" -vf scale=1920:1080:force_original_aspect_ratio=decrease,pad=1920:1080:-1:-1,setsar=1 -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "课-16x9.mp4"',
    ],
  },
  'video.orientation': {
    asks: '画面横放还是竖放符合通知，按播放时看到的样子算。',
    why: '竖屏拍的影片在大屏幕上两边全是黑的。',
    mend: [
      '手机拍摄前横过来拿，并关掉“竖屏锁定”。',
      '剪映：“比例”选 16:9，放大画面裁到满屏，再导出。',
      'ffmpeg -i "课.mp4" -vf "crop=iw:iw*9/16,scale=1920:1080,setsar=1" -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a aac "课-横屏.mp4"',
    ],
  },
  'video.faststart': {
    asks: '索引放在文件开头，网页上可以边下载边看。',
    why: '索引在末尾的，要全部下载完才能开始放。',
    mend: ['不损画质，几秒钟：ffmpeg -i "课.mp4" -c copy -movflags +faststart "课-网页.mp4"'],
  },
};
