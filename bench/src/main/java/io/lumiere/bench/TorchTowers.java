package io.lumiere.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The same networks in PyTorch, on one thread of each of as many processes as there are cores. What
 * a work says it took elsewhere is what it took last. Works may run at once; each is thread-safe.
 */
final class TorchTowers implements AutoCloseable {
  private final List<Process> processes = new ArrayList<>();
  private final BlockingQueue<Torch> idle;

  /** A process, and how it is spoken to. */
  private record Torch(BufferedWriter questions, BufferedReader answers) {}

  /**
   * Starts the processes.
   *
   * @param command serves a folder of models, see {@code encoders.py}
   */
  TorchTowers(List<String> command) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    idle = new ArrayBlockingQueue<>(cores);
    for (int i = 0; i < cores; i++) {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      processes.add(process);
      idle.add(new Torch(process.outputWriter(), process.inputReader()));
    }
  }

  /** A work of a model: {@code image} or {@code text}. */
  Turns.Work work(String model, String what) {
    return new Turns.Work() {
      private volatile double millis;

      @Override
      public void run() throws Exception {
        millis = ask(model + ' ' + what);
      }

      @Override
      public double elsewhere() {
        return millis;
      }
    };
  }

  private double ask(String question) throws IOException, InterruptedException {
    Torch torch = idle.take();
    try {
      torch.questions.write(question + '\n');
      torch.questions.flush();
      String answer = torch.answers.readLine();
      if (answer == null) {
        throw new IOException("PyTorch ended at '" + question + "'");
      }
      return Double.parseDouble(answer);
    } finally {
      idle.add(torch);
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
  }
}
