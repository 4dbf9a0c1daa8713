package io.lumiere.models.internal.checkpoint;

import io.lumiere.models.internal.checkpoint.PickleValues.Global;
import io.lumiere.models.internal.checkpoint.PickleValues.None;
import io.lumiere.models.internal.checkpoint.PickleValues.ScriptObject;
import io.lumiere.models.internal.checkpoint.PickleValues.Storage;
import io.lumiere.models.internal.checkpoint.PickleValues.TensorView;
import io.lumiere.models.internal.checkpoint.PickleValues.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The few names that a pickle of tensors calls, done here by hand. Everything else that a pickle
 * may name could run anything at all in Python, and is refused.
 */
final class TorchPickles {
  private static final Map<String, DataType> STORAGES =
      Map.ofEntries(
          Map.entry("torch.DoubleStorage", DataType.F64),
          Map.entry("torch.FloatStorage", DataType.F32),
          Map.entry("torch.HalfStorage", DataType.F16),
          Map.entry("torch.BFloat16Storage", DataType.BF16),
          Map.entry("torch.LongStorage", DataType.I64),
          Map.entry("torch.IntStorage", DataType.I32),
          Map.entry("torch.ShortStorage", DataType.I16),
          Map.entry("torch.CharStorage", DataType.I8),
          Map.entry("torch.ByteStorage", DataType.U8),
          Map.entry("torch.BoolStorage", DataType.BOOL));

  private static final String ORDERED_DICT = "collections.OrderedDict";
  private static final String REBUILD_TENSOR = "torch._utils._rebuild_tensor_v2";
  private static final String REBUILD_PARAMETER = "torch._utils._rebuild_parameter";
  private static final String SIZE = "torch.Size";
  private static final String DEVICE = "torch.device";

  /** TorchScript marks lists of one type of item by functions that give the list itself. */
  private static final String SCRIPT_LISTS = "torch\\.jit\\._pickle\\.build_\\w*list";

  /** TorchScript's own classes, whose code lies in the archive and is never looked at. */
  private static final Pattern SCRIPT_CLASS = Pattern.compile("__torch__(\\..*)?");

  private static final List<String> FUNCTIONS =
      List.of(ORDERED_DICT, REBUILD_TENSOR, REBUILD_PARAMETER, SIZE, DEVICE);

  private final PickleInput in;
  private final Map<String, Storage> storages = new LinkedHashMap<>();

  TorchPickles(PickleInput in) {
    this.in = in;
  }

  /** The name, if it is one of those that are known. */
  Global global(String module, String name) {
    Global global = new Global(module, name);
    String qualified = global.qualified();
    boolean dtype = module.equals("torch") && name.matches("b?float\\d+|u?int\\d+|bool");
    if (STORAGES.containsKey(qualified)
        || FUNCTIONS.contains(qualified)
        || dtype
        || qualified.matches(SCRIPT_LISTS)
        || isScriptClass(global)) {
      return global;
    }
    throw in.problem(
        "asks for '"
            + qualified
            + "', which is refused: only tensors, plain values and "
            + FUNCTIONS
            + " are read");
  }

  /** The value of {@code function(*arguments)}. */
  Object call(Object function, Object arguments) {
    if (!(function instanceof Global global) || !(arguments instanceof Tuple tuple)) {
      throw in.problem("calls what is not a function");
    }
    if (global.qualified().matches(SCRIPT_LISTS)) {
      return argument(tuple, 0, ArrayList.class);
    }
    return switch (global.qualified()) {
      case ORDERED_DICT -> orderedDict(tuple);
      case REBUILD_TENSOR -> rebuildTensor(tuple);
      case REBUILD_PARAMETER -> argument(tuple, 0, TensorView.class);
      case SIZE -> argument(tuple, 0, Tuple.class);
      case DEVICE -> argument(tuple, 0, String.class);
      default -> throw in.problem("calls '" + global.qualified() + "', which is not a function");
    };
  }

  /** A new object of a TorchScript class: a bag of attributes. */
  ScriptObject object(Object type, Object arguments) {
    if (type instanceof Global global
        && isScriptClass(global)
        && arguments instanceof Tuple tuple
        && tuple.size() == 0) {
      return new ScriptObject();
    }
    throw in.problem("makes an object of what is not a class of its own archive");
  }

  private static boolean isScriptClass(Global global) {
    return SCRIPT_CLASS.matcher(global.module()).matches();
  }

  /** The storage of {@code ("storage", type, key, location, elements[, view])}. */
  Storage storage(Object id) {
    if (!(id instanceof Tuple tuple)
        || tuple.size() < 5
        || !"storage".equals(tuple.items().get(0))) {
      throw in.problem("refers to something outside of it that is not a storage");
    }
    Global global = argument(tuple, 1, Global.class);
    DataType type = STORAGES.get(global.qualified());
    if (type == null) {
      throw in.problem(
          "has a storage of '" + global.qualified() + "'; known are " + STORAGES.keySet());
    }
    long elements = natural(tuple, 4);
    long start = 0;
    if (tuple.size() > 5 && tuple.items().get(5) != None.NONE) {
      Tuple view = argument(tuple, 5, Tuple.class); // (key, offset, size), older files only
      start = natural(view, 1);
      elements = natural(view, 2);
    }
    Storage storage = new Storage(argument(tuple, 2, String.class), type, start, elements);
    storages.putIfAbsent(storage.key(), storage);
    return storage;
  }

  /** Every storage referred to so far, by key. */
  Map<String, Storage> storages() {
    return storages;
  }

  private Map<Object, Object> orderedDict(Tuple arguments) {
    Map<Object, Object> map = new LinkedHashMap<>();
    if (arguments.size() == 0) {
      return map;
    }
    List<?> items = argument(arguments, 0, ArrayList.class);
    in.count(items.size());
    for (Object item : items) {
      List<?> pair =
          item instanceof Tuple t ? t.items() : item instanceof List<?> l ? l : List.of();
      if (pair.size() != 2) {
        throw in.problem("builds an OrderedDict of what are not pairs");
      }
      put(map, pair.get(0), pair.get(1));
    }
    return map;
  }

  /** Puts under a key that is a plain value: others could contain themselves. */
  void put(Map<Object, Object> map, Object key, Object value) {
    if (!(key instanceof String || key instanceof Number || key instanceof Boolean)) {
      throw in.problem("has a dictionary whose key is neither text nor a number");
    }
    map.put(key, value);
  }

  private TensorView rebuildTensor(Tuple a) {
    return new TensorView(
        argument(a, 0, Storage.class), natural(a, 1), naturals(a, 2), naturals(a, 3));
  }

  private List<Long> naturals(Tuple arguments, int index) {
    Tuple tuple = argument(arguments, index, Tuple.class);
    in.count(tuple.size());
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < tuple.size(); i++) {
      values.add(natural(tuple, i));
    }
    return values;
  }

  private long natural(Tuple arguments, int index) {
    long value = argument(arguments, index, Long.class);
    if (value < 0) {
      throw in.problem("has " + value + " where a natural number is expected");
    }
    return value;
  }

  private <T> T argument(Tuple arguments, int index, Class<T> type) {
    if (index < arguments.size() && type.isInstance(arguments.items().get(index))) {
      return type.cast(arguments.items().get(index));
    }
    throw in.problem("lacks a " + type.getSimpleName() + " as item " + index);
  }
}
