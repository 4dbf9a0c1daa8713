// AMX's tiles: whether they may be used, and how a thread sets them up. For the files that use them.
#ifndef LUMIERE_TILES_IMPL_H
#define LUMIERE_TILES_IMPL_H

#include <cpuid.h>
#include <immintrin.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace lumiere {

namespace {

const int TILE_ROWS = 16;
const int TILE_BYTES = 64; // of a row

// Bits of CPUID's leaf 7.
const unsigned TILES = 1u << 24;
const unsigned TILES_OF_BF16 = 1u << 22;

// Asks the system to keep tiles of all this process's threads: it keeps none for who has not asked.
bool tiles_are_kept() {
    const int ask = 0x1023; // ARCH_REQ_XCOMP_PERM
    const int data = 18;    // of tiles
    return syscall(SYS_arch_prctl, ask, data) == 0;
}

// Whether the processor has them, and the system switched them on.
bool has_tiles(unsigned needed) {
    unsigned a, b, c, d;
    const unsigned xgetbv = 1u << 27;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & xgetbv)) return false;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || (d & needed) != needed) return false;
    unsigned low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    const unsigned configuration_and_data = 3u << 17;
    return (low & configuration_and_data) == configuration_and_data && tiles_are_kept();
}

// Tiles for the thread that makes it, until it goes: 0 to 3 are sums, 4 and 5 some rows, 6 and 7
// weights.
class Tiles {
public:
    explicit Tiles(int rows) {
        const uint8_t r = (uint8_t)rows;
        const uint16_t w = TILE_BYTES;
        const Form form = {1, 0, {}, {w, w, w, w, w, w, w, w},
            {r, r, r, r, r, r, TILE_ROWS, TILE_ROWS}};
        __asm__ volatile("ldtilecfg %0" : : "m"(form));
    }
    ~Tiles() { _tile_release(); }

private:
    struct Form {
        uint8_t palette;
        uint8_t start;
        uint8_t reserved[14];
        uint16_t row_bytes[16];
        uint8_t rows[16];
    };
    Tiles(const Tiles&);
    Tiles& operator=(const Tiles&);
};

// How rows are shared out among tiles, which go in pairs: tiles are of equal height, and overlap
// where rows do not fill them, so that one form does for all.
struct RowTiles {
    explicit RowTiles(int all)
        : rows(all), pairs((all + 2 * TILE_ROWS - 1) / (2 * TILE_ROWS)),
          height((all + 2 * pairs - 1) / (2 * pairs)) {}
    int start(int tile) const {
        return (int)((int64_t)(rows - height) * tile / (2 * pairs - 1));
    }
    const int rows;
    const int pairs;
    const int height;
};

} // namespace

} // namespace lumiere

#endif // LUMIERE_TILES_IMPL_H
