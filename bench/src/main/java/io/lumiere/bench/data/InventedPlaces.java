package io.lumiere.bench.data;

import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import java.util.List;

/** Places of photos that do not exist: cities in 60 regions of 20 countries. */
public final class InventedPlaces {
  private InventedPlaces() {}

  /** The city of this number, from 0. */
  public static Place city(int city) {
    String country = "Country " + city % 20;
    String region = "Region " + city % 60;
    String name = "City " + city;
    return new Place(
        city % 60,
        city % 170,
        null,
        new PlaceNames(
            "C" + (char) ('A' + city % 20), country, region, name, List.of(name, region, country)));
  }
}
