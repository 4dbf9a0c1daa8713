package io.lumiere.images.internal.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.PassingImageException;
import io.lumiere.images.UnsupportedImageException;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

class FfmpegTest {
  @Test
  void saysWhoseFaultAFailureIs() {
    Ffmpeg.load();
    assertThat(Ffmpeg.failure(avutil.AVERROR_ENOMEM())).isInstanceOf(PassingImageException.class);
    assertThat(Ffmpeg.failure(avutil.AVERROR_PATCHWELCOME()))
        .isInstanceOf(UnsupportedImageException.class);
    assertThat(Ffmpeg.failure(avutil.AVERROR_INVALIDDATA()))
        .isInstanceOf(CorruptImageException.class);
  }
}
