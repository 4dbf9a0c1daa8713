/**
 * What every module shares, and nothing that brings a library with it: the exception whose message
 * a person can read, decoded pixels, and the identity of the model that made a vector.
 */
@NullMarked
package io.lumiere.base;

import org.jspecify.annotations.NullMarked;
