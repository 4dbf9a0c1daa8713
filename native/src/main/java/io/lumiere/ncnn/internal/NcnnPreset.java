package io.lumiere.ncnn.internal;

import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.annotation.Properties;

/**
 * Tells JavaCPP's parser to turn the facade's header into {@code NcnnFacade}, which extends this
 * class.
 */
@Properties(
    target = "io.lumiere.ncnn.internal.NcnnFacade",
    value = @Platform(include = "lumiere_ncnn.h"))
public class NcnnPreset {}
