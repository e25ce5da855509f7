// Classes of similar words from unlabelled text: word vectors by skip-grams
// with negative samples, told apart by the place of the neighbour (so that
// words of one grammar come together), then k-means at three sizes. One thread
// and fixed seeds: the same text gives the same classes.
#pragma once
#include <string>
#include <vector>

namespace fihris {

// Lines of coarse <tab> mid <tab> fine <tab> count <tab> word, commonest first.
[[nodiscard]] std::string build_classes(const std::vector<std::string>& texts, int passes);

}  // namespace fihris
