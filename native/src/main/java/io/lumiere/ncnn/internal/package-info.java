/**
 * What {@code io.lumiere.ncnn} is made of: the reader of ncnn's param files, one rule for each
 * supported layer that says which weights and shapes it takes, and the only class that enters
 * native code. Not for other modules.
 *
 * <p>ncnn trusts its files and its callers: a wrong shape reads beyond a buffer. The rules here are
 * therefore stricter than ncnn; they accept what converters write and refuse the rest by name.
 */
@NullMarked
package io.lumiere.ncnn.internal;

import org.jspecify.annotations.NullMarked;
