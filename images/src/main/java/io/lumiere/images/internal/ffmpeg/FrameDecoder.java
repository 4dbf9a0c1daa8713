package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.ImageException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** Decodes still pictures of one configuration, each by itself. Used by one thread. */
final class FrameDecoder implements AutoCloseable {
  private final AVCodecContext context;
  private final AVPacket packet;
  private final AVFrame frame;

  /**
   * A decoder that runs on the calling thread.
   *
   * @param name of FFmpeg's decoder
   * @param configuration what it is told before any picture; may be empty
   * @param maxPixels a picture with more is refused before memory is asked for; this does not hold
   *     for AV1
   */
  FrameDecoder(String name, byte[] configuration, long maxPixels) {
    AVCodec codec = avcodec.avcodec_find_decoder_by_name(name);
    if (codec == null) {
      throw new UnsatisfiedLinkError("this build of FFmpeg has no decoder " + name);
    }
    context = avcodec.avcodec_alloc_context3(codec);
    packet = avcodec.av_packet_alloc();
    frame = avutil.av_frame_alloc();
    try {
      open(codec, configuration, maxPixels);
    } catch (ImageException e) {
      close();
      throw e;
    }
  }

  private void open(AVCodec codec, byte[] configuration, long maxPixels) {
    // Photos are decoded side by side by the callers' threads.
    context.thread_count(1);
    context.max_pixels(maxPixels);
    context.err_recognition(avcodec.AV_EF_EXPLODE);
    // The context owns this memory and frees it.
    int padded = configuration.length + avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
    BytePointer extra = new BytePointer(avutil.av_mallocz(padded));
    extra.put(configuration, 0, configuration.length);
    context.extradata(extra);
    context.extradata_size(configuration.length);
    check(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
  }

  /**
   * The picture, which stays until the next call.
   *
   * @throws ImageException if it is damaged or too large
   */
  AVFrame decode(byte[] data) {
    check(avcodec.av_new_packet(packet, data.length));
    try {
      packet.data().put(data, 0, data.length);
      packet.flags(packet.flags() | avcodec.AV_PKT_FLAG_KEY);
      check(avcodec.avcodec_send_packet(context, packet));
      // Nothing follows: a decoder that would wait for more gives what it has.
      check(avcodec.avcodec_send_packet(context, null));
      check(avcodec.avcodec_receive_frame(context, frame));
    } finally {
      avcodec.av_packet_unref(packet);
      avcodec.avcodec_flush_buffers(context);
    }
    if ((frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0) {
      throw new CorruptImageException("its picture is damaged");
    }
    return frame;
  }

  /**
   * The picture that {@code data} completes, of a sequence whose pictures build on each other; null
   * where it completes none. It stays until the next call.
   *
   * @throws ImageException if it is damaged or too large
   */
  @Nullable AVFrame decodeNext(byte[] data) {
    check(avcodec.av_new_packet(packet, data.length));
    try {
      packet.data().put(data, 0, data.length);
      check(avcodec.avcodec_send_packet(context, packet));
      int result = avcodec.avcodec_receive_frame(context, frame);
      if (result == avutil.AVERROR_EAGAIN()) {
        return null;
      }
      check(result);
      return frame;
    } finally {
      avcodec.av_packet_unref(packet);
    }
  }

  private static void check(int result) {
    if (result < 0) {
      throw Ffmpeg.failure(result);
    }
  }

  @Override
  public void close() {
    avutil.av_frame_free(frame);
    avcodec.av_packet_free(packet);
    avcodec.avcodec_free_context(context);
  }
}
