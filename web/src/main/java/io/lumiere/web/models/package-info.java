/** The models that are installed, and those that can be added by name. */
@NullMarked
package io.lumiere.web.models;

import org.jspecify.annotations.NullMarked;
