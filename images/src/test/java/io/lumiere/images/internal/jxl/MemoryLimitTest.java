package io.lumiere.images.internal.jxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.lumiere.images.PassingImageException;
import org.junit.jupiter.api.Test;

/** The memory manager as libjxl calls it. */
class MemoryLimitTest {
  private final MemoryLimit memory = new MemoryLimit(1000);

  private Pointer allocate(long size) {
    return allocate(memory, size);
  }

  private static Pointer allocate(MemoryLimit memory, long size) {
    Function function =
        Function.getFunction(
            memory.manager().getPointer(Native.POINTER_SIZE), Function.C_CONVENTION);
    return function.invokePointer(new Object[] {null, size});
  }

  private void free(Pointer block) {
    Function.getFunction(memory.manager().getPointer(2L * Native.POINTER_SIZE))
        .invokeVoid(new Object[] {null, block});
  }

  @Test
  void givesUpToTheLimit() {
    Pointer first = allocate(600);
    assertThat(memory.used()).isEqualTo(600);
    assertThat(allocate(600)).isNull();
    assertThat(memory.refused()).isTrue();
    assertThat(memory.used()).isEqualTo(600);
    free(first);
    assertThat(memory.used()).isZero();
    Pointer second = allocate(1000);
    assertThat(second).isNotNull();
    second.setMemory(0, 1000, (byte) 1);
    free(second);
    free(null);
    assertThat(memory.used()).isZero();
  }

  @Test
  void refusesSizesThatAreNone() {
    assertThat(allocate(-1)).isNull();
    assertThat(allocate(Long.MAX_VALUE)).isNull();
    assertThat(memory.used()).isZero();
    assertThat(memory.lacking()).isFalse();
  }

  @Test
  void whatTheSystemLacksIsNotTheFilesFault() {
    MemoryLimit unbounded = new MemoryLimit(Long.MAX_VALUE);

    assertThat(allocate(unbounded, Long.MAX_VALUE - 64)).isNull();

    assertThat(unbounded.lacking()).isTrue();
    assertThat(unbounded.used()).isZero();
    assertThatThrownBy(() -> new JxlPicture(Integer.MAX_VALUE, Integer.MAX_VALUE, 2))
        .isInstanceOf(PassingImageException.class)
        .hasMessageContaining("memory");
  }
}
