/**
 * The OpenAPI document of the route table. Written by Jackson's generator: swagger-core's models
 * would bring databind with its modules for dates and YAML, validation and XML binding, for a
 * document that these two files write.
 */
@NullMarked
package io.lumiere.web.openapi;

import org.jspecify.annotations.NullMarked;
