/**
 * Who may ask: one-time tokens of the address that is opened, the sessions that they begin, the
 * token of programs, a password, and how fast all of them can be guessed at. No type of a server.
 */
@NullMarked
package io.lumiere.web.access;

import org.jspecify.annotations.NullMarked;
