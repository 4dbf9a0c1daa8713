package io.lumiere.gallery.internal.samples;

import io.lumiere.gallery.internal.scenes.Scene;
import io.lumiere.gallery.internal.scenes.Scenes;
import java.util.List;

/** Scenes painted by this module. */
public final class PaintedSource implements PictureSource {
  private static final float QUALITY = 0.9f;

  private final int longSide;
  private final List<Sample> samples = SampleTable.painted();

  /** Paints pictures whose longer side has that many pixels. */
  public PaintedSource(int longSide) {
    this.longSide = longSide;
  }

  @Override
  public List<Sample> samples() {
    return samples;
  }

  @Override
  public boolean painted() {
    return true;
  }

  @Override
  public String fingerprint(Sample sample) {
    return "painted " + Scenes.VERSION + " " + longSide;
  }

  @Override
  public Picture jpeg(Sample sample) {
    Scene scene = Scenes.byId(sample.sourceName());
    return scene.portrait()
        ? new Picture(Jpegs.encode(Jpegs.quarterTurn(scene.paint(longSide)), QUALITY), 6)
        : new Picture(Jpegs.encode(scene.paint(longSide), QUALITY), 1);
  }
}
