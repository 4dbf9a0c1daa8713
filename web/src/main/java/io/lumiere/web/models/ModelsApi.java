package io.lumiere.web.models;

import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.setup.Conversion;
import io.lumiere.workspace.setup.SetupListener;
import io.lumiere.workspace.setup.Starter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The endpoint that lists models. Thread-safe. */
public final class ModelsApi implements ApiModule {
  private static final Schema MODELS =
      Schema.object("Models")
          .with("models", Schema.list(ModelView.SCHEMA), "The installed ones first.");

  private final Home home;

  public ModelsApi(Home home) {
    this.home = home;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/models", "listModels")
            .summary("Lists the installed models and those that can be added by name.")
            .reply(MODELS)
            .to(this::list));
  }

  private Reply list(Call call) {
    List<ModelView> models = models();
    return Reply.json(json -> {
      json.writeArrayFieldStart("models");
      for (ModelView model : models) {
        json.writeStartObject();
        model.write(json);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private List<ModelView> models() {
    ModelStore store = new ModelStore(home.models());
    String chosen = store.defaultName();
    Map<String, KnownModel> known = new TreeMap<>();
    KnownModels.load(home.environment()).all().stream()
        .filter(Conversion::knows)
        .forEach(model -> known.put(model.name(), model));
    List<ModelView> models = new ArrayList<>();
    InstalledModel starter = new Starter(home, SetupListener.NONE).installed().orElse(null);
    models.add(new ModelView(ModelStore.STARTER, starter, null, chosen.equals(ModelStore.STARTER)));
    for (InstalledModel model : store.list()) {
      models.add(
          new ModelView(
              model.name(), model, known.remove(model.name()), model.name().equals(chosen)));
    }
    known.values().forEach(model -> models.add(new ModelView(model.name(), null, model, false)));
    return models;
  }
}
