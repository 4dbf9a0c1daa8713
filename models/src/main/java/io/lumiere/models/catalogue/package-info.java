/**
 * The models that a person can add, and those that are there: {@link
 * io.lumiere.models.catalogue.KnownModels} lists published checkpoints, {@link
 * io.lumiere.models.catalogue.ModelStore} keeps installed models, {@link
 * io.lumiere.models.catalogue.SelfTest} tries one.
 */
@NullMarked
package io.lumiere.models.catalogue;

import org.jspecify.annotations.NullMarked;
