import type { Explanation } from '../wording.ts';

type Explained = 'video.picture' | 'video.bars' | 'video.clipping' | 'video.level';

export const pictureExplanationsZh: Readonly<Record<Explained, Explanation>> = {
  'video.picture': {
    asks: '影片里没有长时间的黑屏，画面也没有卡住不动。长片是抽看约二十处，每处几秒；幻灯片、照片、片名停着不动不算卡住。',
    why: '剪辑时片尾多留了空白、录制时卡住，都会交上一部后半段是黑屏或定格的影片。',
    mend: [
      '剪映：把时间轴拉到最后，删掉空白的一截和多余的音频，再导出。',
      '剪掉影片 12 分 30 秒以后的部分（不损画质）：ffmpeg -i "课.mp4" -t 12:30 -c copy "课-剪.mp4"',
      '画面卡住的：用原始录像重新导出；原始录像就卡住的，剪掉或盖上照片。',
      '有意的黑屏（如默哀）、定格：由负责的同志看过后确认。',
    ],
  },
  'video.bars': {
    asks: '画面铺满整个屏幕，上下左右没有黑边。黑边里有字幕也照样看得出来；宽银幕影片上下的黑边只作备注。',
    why: '竖拍、4:3 的影片放进 16:9 的草稿里，两边是黑的，看着小；录屏没有铺满，四周都是黑的。',
    mend: [
      '剪映：点画面，放大到铺满；或用“背景→模糊”填满两边，再导出。',
      '格式工厂：“画面裁剪”去掉黑边，输出 1920×1080。',
      '四周都有黑边的：ffmpeg -i "课.mp4" -vf crop=1440:810:240:134,scale=1920:1080,setsar=1 -c:v libx264 -crf 18 -pix_fmt yuv420p -c:a copy "课-去黑边.mp4"',
      '宽银幕、4:3 的老片、字幕放在黑边里的：不用改。',
    ],
  },
  'video.clipping': {
    asks: '声音没有爆音：没有因为录得太响而削平了波形。长片抽听两处，各 10 秒。',
    why: '话筒离得太近、录音音量开得太大，声音发破，调小音量也救不回来。',
    mend: [
      '用原始录音（没有放大过的）重新导出，剪映里音量不要超过 100%。',
      '原始录音就破的：调低录音音量重录；或在剪映里用“音频降噪”“人声美化”减轻。',
      '后期放大过的，压低再导出：ffmpeg -i "课.mp4" -c:v copy -af volume=-6dB -c:a aac "课-低音量.mp4"（对原来就破的没有用）',
    ],
  },
  'video.level': {
    asks: '声音最响处的电平不超过通知规定的数值（满刻度为 0 dB）。通知有这条要求时，把声音从头听到尾。',
    why: '太响的在礼堂、广播里放会刺耳、失真。',
    mend: [
      '剪映：点音频，调低“音量”，再导出。',
      '格式工厂：“音量”调低几 dB 再转换。',
      '最响处压到 −6 dB 以下：ffmpeg -i "课.mp4" -c:v copy -af alimiter=limit=0.5:level=disabled -c:a aac "课-电平.mp4"',
    ],
  },
};
