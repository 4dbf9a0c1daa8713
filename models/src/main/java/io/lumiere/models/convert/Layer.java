package io.lumiere.models.convert;

import io.lumiere.ncnn.format.ParamAttributes;
import java.util.List;

/**
 * One layer: its type in ncnn, what it takes and gives, its attributes, and weights in the order
 * that ncnn reads them.
 */
record Layer(
    String type,
    List<Blob> inputs,
    Blob output,
    ParamAttributes attributes,
    List<Weights> weights) {}
