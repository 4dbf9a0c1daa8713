package io.lumiere.models.clip;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.models.internal.family.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints that are nearly SigLIP or MobileCLIP are refused, with the weight that differs. */
class SiglipRefusalTest {
  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    "siglip-2-width-128, vision_model.head.probe, lacks vision_model.head.probe",
    "siglip-2-width-128, vision_model.post_layernorm.weight, no tensor vision_model.post_layernorm",
    "siglip-2-width-128, text_model.head.bias, weights which that does not: renamed",
    "mobileclip-2-s0, visual.trunk.head.fc.weight, lacks visual.trunk.head.fc.weight",
    "mobileclip-2-s0, visual.trunk.stem.1.reparam_conv.weight, no tensor visual.trunk.stem.1",
    "mobileclip-2-s2, visual.trunk.stages.2.downsample.proj.0.se.fc1.bias, weights which that does",
    "mobileclip-2-s2, visual.trunk.stages.3.blocks.0.norm.running_var, no tensor"
        + " visual.trunk.stages",
  })
  void renamed(String golden, String tensor, String message) throws IOException {
    Map<String, List<Integer>> shapes = ClipGolden.read(golden).shapes();
    shapes.put("renamed", Objects.requireNonNull(shapes.remove(tensor)));
    refused(golden, shapes, message);
  }

  @ParameterizedTest
  @CsvSource({
    "siglip-2-width-128, vision_model.encoder.layers.0.self_attn.q_norm.weight",
    "mobileclip-2-s0, visual.trunk.stages.1.blocks.0.token_mixer.mixer.conv_kxk.0.conv.weight",
    "mobileclip-2-s2, visual.trunk.head_dist.weight",
  })
  void more(String golden, String tensor) throws IOException {
    Map<String, List<Integer>> shapes = ClipGolden.read(golden).shapes();
    shapes.put(tensor, List.of(64));
    refused(golden, shapes, "but has weights which that does not: " + tensor);
  }

  @ParameterizedTest
  @CsvSource({
    "siglip-2-width-128, vision_model.embeddings.position_embedding.weight, '255,128', no square",
    "siglip-2-width-128, vision_model.embeddings.patch_embedding.weight, '128,768', more"
        + " dimensions",
    "siglip-2-width-128, vision_model.head.probe, '1,2,128', '[1, 1, 128] fits'",
    "siglip-2-width-128, logit_bias, '2', one number is expected",
    "mobileclip-2-s0, visual.trunk.stem.0.reparam_conv.weight, '64,3,2,2', 'odd kernel'",
    "mobileclip-2-s0, visual.trunk.stem.1.reparam_conv.weight, '64,3', 'odd kernel'",
    "mobileclip-2-s0, visual.trunk.stem.1.reparam_conv.bias, '63', '[64] fits'",
    "mobileclip-2-s2, visual.trunk.stem.1.conv_scale.conv.weight, '80,2,1,1', unlike shape",
    "mobileclip-2-s0, visual.trunk.stages.1.downsample.proj.1.reparam_conv.weight, '128,64,1,1',"
        + " 'takes 64 channels where 128 are expected'",
    "mobileclip-2-s0, visual.trunk.stages.1.downsample.proj.0.reparam_conv.weight, '126,1,7,7',"
        + " '[126] fits'",
    "mobileclip-2-s0, visual.trunk.head.fc.weight, '512,1000', '[512, 1024] fits'",
    "mobileclip-2-s0, visual.trunk.final_conv.se.fc1.weight, '64,1000,1,1', 'takes 1000 channels'",
    "mobileclip-2-s0, visual.trunk.stages.1.blocks.0.mlp.fc1.weight, '384,64,1,1', takes 64 numbers"
        + " where 128 come",
    "mobileclip-2-s0, visual.trunk.stages.3.blocks.0.token_mixer.proj.weight, '600,512', '[512,"
        + " 512] fits'",
    "mobileclip-2-s2, visual.trunk.stages.3.blocks.0.layer_scale_1.gamma, '640', '[640, 1, 1]"
        + " fits'",
  })
  void misshapen(String golden, String tensor, String shape, String message) throws IOException {
    Map<String, List<Integer>> shapes = ClipGolden.read(golden).shapes();
    shapes.put(tensor, List.of(shape.split(",")).stream().map(Integer::valueOf).toList());
    refused(golden, shapes, message);
  }

  private void refused(String golden, Map<String, List<Integer>> shapes, String message)
      throws IOException {
    Path files = Files.createDirectories(dir.resolve("checkpoint"));
    Path folder = Files.createDirectory(dir.resolve("model"));
    ClipGolden.read(golden).writeFiles(files);
    try (Checkpoint checkpoint = new GeneratedCheckpoint(shapes)) {
      CheckpointFolder source =
          new CheckpointFolder(files.resolve("weights"), files, Settings.read(files));
      ImportOptions options = ImportOptions.of("refused", ClipParity::wheel);
      assertThatThrownBy(() -> ClipImport.convert(checkpoint, source, folder, options))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining(message);
    }
  }
}
