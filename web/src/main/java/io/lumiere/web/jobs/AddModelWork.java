package io.lumiere.web.jobs;

import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.setup.Conversion;
import io.lumiere.workspace.setup.ModelAddition;
import io.lumiere.workspace.setup.ModelSource;
import io.lumiere.workspace.setup.Starter;
import org.jspecify.annotations.Nullable;

/**
 * Downloads a published model and installs it, or makes the starter model.
 *
 * @param known null for the starter
 */
record AddModelWork(Home home, @Nullable KnownModel known) implements JobWork {
  @Override
  public String writes() {
    return "model " + name();
  }

  @Override
  public JobKind kind() {
    return JobKind.ADD_MODEL;
  }

  @Override
  public String title() {
    return "Add the model " + name();
  }

  @Override
  public @Nullable String archive() {
    return null;
  }

  @Override
  public String run(Job job) {
    KnownModel model = known;
    if (model == null) {
      new Starter(home, new JobNotes(job, 0)).make();
    } else {
      new ModelAddition(home, new JobNotes(job, model.bytes()))
          .add(
              new ModelSource(model.name(), model, null),
              new Conversion.Choice(null, null, null, null));
    }
    return "The model " + name() + " is installed";
  }

  private String name() {
    return known == null ? ModelStore.STARTER : known.name();
  }
}
