package io.lumiere.query.map;

/**
 * Photos that lie near each other on a map. Immutable.
 *
 * @param latitude the mean of their latitudes
 * @param longitude the mean of their longitudes
 * @param count how many there are
 * @param first the place in the order of hits of the one that comes first
 * @param west the least longitude
 * @param south the least latitude
 * @param east the greatest longitude
 * @param north the greatest latitude
 */
public record MapCluster(
    double latitude,
    double longitude,
    int count,
    int first,
    double west,
    double south,
    double east,
    double north) {}
