/**
 * The painted scenes, a class for each family of them. A scene is a program for a canvas: the same
 * on every run, at any size.
 */
@NullMarked
package io.lumiere.gallery.internal.scenes;

import org.jspecify.annotations.NullMarked;
