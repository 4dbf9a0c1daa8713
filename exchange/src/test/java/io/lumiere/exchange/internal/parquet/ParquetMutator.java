package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.parquet.ParquetParts.Pages;
import io.lumiere.testing.Mutations;
import io.lumiere.testing.Mutator;
import java.io.IOException;
import java.util.Random;

/**
 * Damages Parquet files so that the damage reaches deep into the reader: bytes of the whole file,
 * most of which are refused at once; numbers, words and lists of the footer and of page headers;
 * and the content of pages whose headers and checksums are then corrected.
 */
final class ParquetMutator implements Mutator {
  @Override
  public byte[] mutate(byte[] input, byte[] other, Random random) {
    if (random.nextInt(8) == 0) {
      return Mutations.BINARY.mutate(input, other, random);
    }
    try {
      ParquetParts parts = new ParquetParts(input);
      if (random.nextInt(3) > 0) {
        parts.expand();
      }
      int kind = random.nextInt(4);
      if (kind != 1) {
        pages(parts, kind == 2, random);
      }
      byte[] data = parts.data();
      if (kind <= 1) {
        new ThriftMutator(random).mutate(parts.footer);
      }
      return parts.file(data);
    } catch (IOException e) {
      return Mutations.BINARY.mutate(input, other, random); // What lacks a value is not written.
    } catch (RuntimeException e) {
      throw new IllegalStateException("the mutator is wrong", e);
    }
  }

  private static void pages(ParquetParts parts, boolean inHeaders, Random random) {
    do {
      Pages chunk = parts.chunks.get(random.nextInt(parts.chunks.size()));
      int page = random.nextInt(chunk.headers.size());
      if (inHeaders) {
        new ThriftMutator(random).mutate(chunk.headers.get(page));
        continue;
      }
      Pages from = parts.chunks.get(random.nextInt(parts.chunks.size()));
      byte[] piece = from.bodies.get(random.nextInt(from.bodies.size()));
      chunk.bodies.set(page, content(chunk.bodies.get(page), piece, random));
      if (random.nextInt(8) > 0) {
        ParquetParts.fitSizes(chunk);
      }
    } while (random.nextInt(3) == 0);
  }

  private static byte[] content(byte[] body, byte[] other, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> other.clone();
      case 1 -> levelsOrHeads(body.clone(), random);
      default -> Mutations.BINARY.mutate(body, other, random);
    };
  }

  /** Pages begin with lengths and counts. */
  private static byte[] levelsOrHeads(byte[] body, Random random) {
    for (int i = random.nextInt(1, 4); i > 0 && body.length > 0; i--) {
      body[random.nextInt(Math.min(24, body.length))] =
          (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
    }
    return body;
  }
}
