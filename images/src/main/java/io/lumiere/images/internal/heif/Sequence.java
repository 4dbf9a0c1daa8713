package io.lumiere.images.internal.heif;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.ItemData;
import io.lumiere.images.container.SampleTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a file that is a sequence, which build on each other.
 *
 * @param first what is needed to decode them, with the first one's data
 * @param pictures the data of each, the first included
 */
public record Sequence(CodedImage first, List<ItemData> pictures) {
  public Sequence {
    pictures = List.copyOf(pictures);
  }

  /** Whether a file may hold one. */
  public static boolean isIn(byte[] bytes) {
    return movie(ByteView.of(bytes)) != null;
  }

  /**
   * Finds them; null where the file holds no sequence.
   *
   * @param most how many are wanted
   * @throws io.lumiere.images.ImageException if it is damaged or of a kind that is not read
   */
  public static @Nullable Sequence find(byte[] bytes, int most) {
    ByteView file = ByteView.of(bytes);
    Box moov = movie(file);
    Box table = moov == null ? null : FirstSample.table(moov);
    if (table == null) {
      return null;
    }
    List<ItemData> pictures =
        new SampleTable(table).places(most).stream().map(place -> data(file, place)).toList();
    return new Sequence(FirstSample.inTable(table, file), pictures);
  }

  private static @Nullable Box movie(ByteView file) {
    return Box.find(Box.all(file, 0), "moov");
  }

  static ItemData data(ByteView file, SampleTable.Place place) {
    long at = place.at();
    if (place.length() == 0 || at > file.length() || place.length() > file.length() - at) {
      throw new CorruptImageException("the file ends within its picture");
    }
    return new ItemData(List.of(file.slice(at, place.length())));
  }
}
