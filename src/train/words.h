// The vocabulary made from unlabelled text: how often each word is met, which
// letters at its head are usually proclitics (the rest is the commoner word),
// and its class from a file of clusters. The texts are read as a stream; none
// of them enters the vocabulary but as hashed words.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace fihris {

using WordCounts = std::unordered_map<std::u16string, uint32_t>;

// Folded words and Latin runs of all texts, whole.
[[nodiscard]] WordCounts count_words(const std::vector<std::string>& texts);

// The proclitics to cut off a word, as kCut... flags: as long as the rest is
// the commoner word.
[[nodiscard]] uint8_t choose_cut(const std::u16string& word, const WordCounts& counts);

// clusters: lines of coarse <tab> mid <tab> fine <tab> count <tab> word.
[[nodiscard]] std::vector<uint8_t> build_vocabulary(const std::vector<std::string>& texts, const std::string& clusters,
                                                    size_t most_words);

}  // namespace fihris
