// The vocabulary made from unlabelled text: how often each word is met, which
// letters at its head are usually proclitics (the rest is the commoner word),
// and its class from a file of clusters. The texts are read as a stream; none
// of them enters the vocabulary but as hashed words.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace fihris {

// clusters: lines of coarse <tab> mid <tab> fine <tab> count <tab> word.
[[nodiscard]] std::vector<uint8_t> build_vocabulary(const std::vector<std::string>& texts, const std::string& clusters,
                                                    size_t most_words);

}  // namespace fihris
