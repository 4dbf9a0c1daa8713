package io.lumiere.schema.store;

import java.io.IOException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;

/**
 * The files with short codes beside a segment's vectors: what they are called and how each begins.
 */
enum ShortCodesFiles {
  /** Which fields have codes, where they begin, and what their bits stand for. */
  META("scm"),
  /** The first words of codes, in blocks. */
  FIRSTS("scf"),
  /** Whole codes, in rows. */
  ROWS("scr");

  /** Ends the list of fields. */
  static final int NO_FIELD = -1;

  private static final int VERSION = 2;

  private final String extension;
  private final String codec;

  ShortCodesFiles(String extension) {
    this.extension = extension;
    this.codec = "LumiereShortCodes-" + extension;
  }

  String name(SegmentInfo segment, String suffix) {
    return IndexFileNames.segmentFileName(segment.name, suffix, extension);
  }

  IndexOutput create(SegmentWriteState state) throws IOException {
    IndexOutput output =
        state.directory.createOutput(name(state.segmentInfo, state.segmentSuffix), state.context);
    CodecUtil.writeIndexHeader(
        output, codec, VERSION, state.segmentInfo.getId(), state.segmentSuffix);
    return output;
  }

  /** Opens one whose bytes are read where they are needed, so that not all are checked. */
  IndexInput open(SegmentReadState state) throws IOException {
    IndexInput input =
        state.directory.openInput(name(state.segmentInfo, state.segmentSuffix), state.context);
    try {
      checkHeader(input, state);
      CodecUtil.retrieveChecksum(input);
      return input;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(input);
      throw e;
    }
  }

  void checkHeader(DataInput input, SegmentReadState state) throws IOException {
    CodecUtil.checkIndexHeader(
        input, codec, VERSION, VERSION, state.segmentInfo.getId(), state.segmentSuffix);
  }
}
