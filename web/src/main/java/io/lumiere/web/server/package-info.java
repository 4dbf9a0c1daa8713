/**
 * The gallery's server on Jetty: the only package with types of Jetty in it. {@link
 * io.lumiere.web.server.GalleryHandler} is where a request comes in, and reading it from there
 * shows all that happens to one.
 */
@NullMarked
package io.lumiere.web.server;

import org.jspecify.annotations.NullMarked;
