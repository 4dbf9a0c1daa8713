/** What a page asks first: who is there, what it can do, and the help of the query language. */
@NullMarked
package io.lumiere.web.session;

import org.jspecify.annotations.NullMarked;
