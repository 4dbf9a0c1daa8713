/**
 * What an endpoint is written against, without any type of the server below it: a {@link
 * io.lumiere.web.http.Route} declares parameters, body and reply, a {@link
 * io.lumiere.web.http.Call} is one request that keeps to them, a {@link io.lumiere.web.http.Reply}
 * is the answer, an {@link io.lumiere.web.http.HttpProblem} an error. Enforcement and the OpenAPI
 * document are both made from the routes, so neither can differ from them.
 */
@NullMarked
package io.lumiere.web.http;

import org.jspecify.annotations.NullMarked;
