/**
 * Work that goes on beside requests: indexing, adding a model, encoding an archive once more. A job
 * is watched, held and stopped over the API; what it has done when it ends early is kept.
 */
@NullMarked
package io.lumiere.web.jobs;

import org.jspecify.annotations.NullMarked;
