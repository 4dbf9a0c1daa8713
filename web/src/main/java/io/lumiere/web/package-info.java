/**
 * The gallery: a server for one person's own photos, its API and its page. This package starts and
 * stops it; {@link io.lumiere.web.http} is what an endpoint is written against.
 */
@NullMarked
package io.lumiere.web;

import org.jspecify.annotations.NullMarked;
