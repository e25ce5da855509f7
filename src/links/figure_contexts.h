// What stands around a figure in its clause: the subject it is said of, the
// date that governs it, the source it is attributed to, the change it is part of.
#pragma once
#include "figures/words.h"
#include "findings.h"

namespace fihris {

// Fills subject, when, source and change of every figure; reads mentions, quotes and changes.
void relate_figures(const Words& words, Analysis& analysis);

}  // namespace fihris
