package io.lumiere.indexer.internal.metadata;

import io.lumiere.indexer.places.PlaceTable;
import io.lumiere.indexer.places.PlaceTable.Found;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a photo's metadata from its file and the files beside it. Never fails: a block that cannot
 * be read counts as missing. Thread-safe.
 */
public final class MetadataReader {
  private final PicasaFiles picasa = new PicasaFiles();
  private final Supplier<Present> present;
  private final @Nullable ZoneId zone;
  private final Supplier<@Nullable PlaceTable> places;

  /** A reader without a zone and a table of places. */
  public MetadataReader(Clock clock) {
    this(clock, null, () -> null);
  }

  /**
   * A reader that rejects dates of more than a day after {@code clock}'s.
   *
   * @param zone where photos were taken that say nothing of it
   * @param places asked for when the first photo has a place; null for none
   */
  public MetadataReader(Clock clock, @Nullable ZoneId zone, Supplier<@Nullable PlaceTable> places) {
    this(() -> new Present(clock.instant(), false), zone, places);
  }

  /**
   * A reader that rejects dates of more than a day after the present.
   *
   * @param present asked for each photo
   * @param zone where photos were taken that say nothing of it
   * @param places asked for when the first photo has a place; null for none
   */
  public MetadataReader(
      Supplier<Present> present, @Nullable ZoneId zone, Supplier<@Nullable PlaceTable> places) {
    this.present = present;
    this.zone = zone;
    this.places = places;
  }

  /** Reads the metadata of one photo. */
  public PhotoMetadata read(PhotoInput input) {
    Notes notes = new Notes();
    Tags tags = new Tags(Blocks.read(input.bytes(), notes));
    Companions companions = new Companions(input.companions(), notes);
    PhotoSources photo =
        new PhotoSources(
            input.path(),
            input.modified(),
            tags,
            companions.sidecars(),
            companions.takeout(),
            companions.film(TraitReader.contentId(tags)),
            companions.people(PhotoSources.name(input.path()), picasa));
    Place place = PlaceReader.read(photo);
    Found found = place == null ? null : find(place);
    Zones zones =
        new Zones(PlaceReader.satellites(tags), found == null ? null : found.zone(), zone);
    DateLimits limits = new DateLimits(present.get().latest(input.modified()));
    DateReader dates = new DateReader(photo, limits, zones, notes);
    Camera camera = camera(photo);
    PlaceNames written = WrittenPlaces.read(photo);
    PlaceNames names = WrittenPlaces.join(found == null ? null : found.names(), written);
    return new PhotoMetadata(
        dates.read(),
        camera,
        place == null
            ? null
            : new Place(place.latitude(), place.longitude(), place.altitude(), names),
        place == null ? names : null,
        CaptionReader.read(photo),
        TraitReader.read(photo, input.image(), camera),
        notes.list(),
        notes.isDamaged(),
        notes.isUnread(),
        dates.future());
  }

  private @Nullable Found find(Place place) {
    PlaceTable table = places.get();
    return table == null ? null : table.find(place.latitude(), place.longitude());
  }

  /**
   * Sidecars of raw files may repeat the camera; they are read only where the file does not say it.
   */
  private static Camera camera(PhotoSources photo) {
    Camera camera = CameraReader.read(photo.tags());
    List<Tags> sidecars = photo.sidecars();
    return camera.equals(Camera.UNKNOWN) && !sidecars.isEmpty()
        ? CameraReader.read(sidecars.getFirst())
        : camera;
  }
}
