package io.lumiere.app.output;

import io.lumiere.base.LumiereException;
import java.util.Optional;

/** What helps against a fault, with the options and the commands that do it. Thread-safe. */
final class Remedies {
  private Remedies() {}

  /** The remedy, to be put behind the failure's message and a colon; empty if there is none. */
  static Optional<String> of(LumiereException failure) {
    String name = failure.subject().orElse("NAME");
    String remedy =
        switch (failure.fault()) {
          case OTHER -> "";
          case NO_INDEX -> "make one with 'lumiere index DIR'";
          case INDEX_IN_USE -> "wait until that has ended, or name another with --index";
          case INDEX_DAMAGED ->
              "delete that folder and run 'lumiere index DIR' again, or bring back a copy of it."
                  + " The photos are as they were";
          case INDEX_OUTDATED ->
              "'lumiere index DIR', with the folder of photos that it was made of, brings it up to"
                  + " date and encodes no photo again";
          case INDEX_OF_OTHER_VERSION ->
              "use the Lumiere that made it, or index the archive again, into another --index";
          case NOT_AN_INDEX -> "name an empty folder, or one that does not exist, with --index";
          case NO_COLLECTION ->
              "name one that is there, or make it with 'lumiere push' or 'lumiere index DIR --to'";
          case NOT_A_COLLECTION -> "name another one";
          case COLLECTION_OF_OTHER_VERSION ->
              "put the photos into another collection with 'lumiere push' or 'lumiere index DIR"
                  + " --to', or use the Lumiere that made it";
          case MODEL_NOT_IN_INDEX ->
              "use that model, add this one with 'lumiere reindex --model "
                  + name
                  + "', or index the archive into another --index";
          case MODEL_IS_DEFAULT ->
              "make another the default first ('lumiere reindex --model NAME')";
          case MODEL_EXISTS ->
              "remove it first ('lumiere models remove " + name + "') or choose another name";
          case MODEL_UNKNOWN -> "'lumiere models list --known' lists what can be added";
          case MODEL_NOT_INSTALLED ->
              "add it again with 'lumiere models add "
                  + name
                  + "', or name an installed model with --model";
          case OWN_MODEL_NOT_INSTALLED ->
              "add it again with 'lumiere models add "
                  + name
                  + " --from FILE', or name an installed model with --model";
          case MODEL_RENAMED ->
              "'lumiere models add " + name + " --from' that folder takes it over under this one";
          case MODEL_NOT_CONVERTIBLE -> "'lumiere models list --known' lists those it can";
          case CHECKPOINT_UNKNOWN ->
              "'lumiere models list --known' lists known ones; 'lumiere models add NAME --from"
                  + " FILE' adds a file or folder";
          case FILE_UNAVAILABLE ->
              "or bring the file to this machine by hand and run: lumiere models add "
                  + name
                  + " --from FILE";
          case FILES_UNAVAILABLE ->
              "or bring the files that 'lumiere models info "
                  + name
                  + "' lists to a folder of this machine by hand and run: lumiere models add "
                  + name
                  + " --from FOLDER";
          case NO_CALIBRATION_PHOTOS ->
              "name a folder of photos by --calibrate, or run 'lumiere demo' first";
          case MODEL_DAMAGED -> "run ./lumiere setup to make the model again";
          case PACKAGE_MISSING -> "run ./lumiere setup";
          case PLACES_DAMAGED -> "delete it and run ./lumiere setup";
          case OTHER_ARCHIVE ->
              "name another index with --index, or another collection with --to, or say with"
                  + " --moved that this is the same archive";
          case UNLIKE_ARCHIVE ->
              "mount its disk, or name another index with --index, or another collection with --to,"
                  + " or say with --moved that this is the same archive";
          case SEVERAL_ARCHIVES ->
              "index each archive into an index of its own with --index; 'lumiere push' copies it"
                  + " to where the others are, and removes nothing";
          case ARCHIVE_GONE ->
              "mount its disk, or, if it is in another place now, run 'lumiere index DIR --moved'"
                  + " first";
          case ARCHIVE_EMPTY ->
              "is a disk not mounted? If they are gone for good, say so with --allow-empty";
          case ARCHIVE_IGNORED ->
              "is an --exclude or a line of .lumiereignore too wide? If they are gone for good, say"
                  + " so with --allow-empty";
          case NO_PHOTO_TO_READ -> "--reread takes photos and folders in there";
          case FORMAT_UNKNOWN -> "say it with --format";
          case BAD_RECORD -> "--skip-bad leaves such records out";
          case VECTOR_NOT_UNIT ->
              "--normalize brings vectors to length 1 and keeps their directions, and --skip-bad"
                  + " leaves such records out";
          case VECTOR_OF_OTHER_MODEL ->
              "import into another --index, add it to these photos with --update, or pass over it"
                  + " with --ignore "
                  + name;
          case VECTOR_WITHOUT_MODEL -> "name it with --model";
          case FIELD_UNKNOWN -> "--ignore " + name + " passes over it";
          case ARCHIVE_UNNAMED -> "name their folder with --archive";
          case RECORDS_OF_OTHER_ARCHIVE ->
              "import into another --index or, if these are the same photos, say so with --archive"
                  + " '"
                  + name
                  + "'";
          case INDEX_OF_OTHER_ARCHIVE ->
              "import into another --index; where the photos are in that folder now, run 'lumiere"
                  + " index DIR --moved' first";
        };
    return remedy.isEmpty() ? Optional.empty() : Optional.of(remedy);
  }
}
