package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Photo.Camera;
import io.lumiere.schema.Photo.Caption;
import io.lumiere.schema.Photo.Place;
import io.lumiere.schema.Photo.Taken;
import org.jspecify.annotations.Nullable;

/** What a file says of its photo besides the pixels. */
public record PhotoMetadata(
    @Nullable Taken taken, Camera camera, @Nullable Place place, Caption caption) {}
