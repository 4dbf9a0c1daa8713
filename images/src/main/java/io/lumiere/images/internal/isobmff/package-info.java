/** The boxes that files of the ISO base media family are made of (ISO/IEC 14496-12). */
@NullMarked
package io.lumiere.images.internal.isobmff;

import org.jspecify.annotations.NullMarked;
