package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Traits;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a photo from its file and the files next to it.
 *
 * @param named what the place is called where no position is known
 * @param isDamaged whether a part of it could not be read
 * @param isUnread whether a file beside the photo could not be read this time
 * @param future the earliest date that was refused because it lies in the future; null where none
 *     was
 */
public record PhotoMetadata(
    @Nullable Taken taken,
    Camera camera,
    @Nullable Place place,
    @Nullable PlaceNames named,
    Caption caption,
    Traits traits,
    List<String> notes,
    boolean isDamaged,
    boolean isUnread,
    @Nullable LocalDateTime future) {}
