#include "train/words.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <unordered_map>

#include "names/features.h"
#include "text/characters.h"
#include "text/utf.h"

namespace fihris {
namespace {

struct Classes {
  std::unordered_map<std::u16string, uint16_t> fine;
  std::vector<uint8_t> mid = std::vector<uint8_t>(kFineClasses, 0);
  std::vector<uint8_t> coarse = std::vector<uint8_t>(kFineClasses, 0);
};

void count_file(const std::string& path, WordCounts& counts) {
  std::ifstream in(path);
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    std::exit(2);
  }
  for (std::string line; std::getline(in, line);) {
    const Utf16Text text = utf8_to_utf16(line);
    const View view = make_view(text.text);
    const Tokens tokens = find_tokens(view);
    for (const Token& token : tokens.list) {
      if (token.kind == TokenKind::word || token.kind == TokenKind::latin) {
        ++counts[std::u16string(view.text(token.span))];
      }
    }
  }
}

// Fine class 0 means none, so the file's classes move up by one; the last two
// share a number. Coarser classes keep theirs, plus one.
Classes read_classes(const std::string& path) {
  Classes out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    int coarse = 0;
    int mid = 0;
    int fine = 0;
    long count = 0;
    std::string word;
    if (!(fields >> coarse >> mid >> fine >> count >> word)) continue;
    const auto place = static_cast<uint16_t>(std::min<int>(fine + 1, kFineClasses - 1));
    out.mid[place] = static_cast<uint8_t>(std::min(mid + 1, 255));
    out.coarse[place] = static_cast<uint8_t>(coarse + 1);
    out.fine.emplace(fold(utf8_to_utf16(word).text), place);  // the commonest spelling comes first
  }
  return out;
}

uint32_t count_of(const WordCounts& counts, const std::u16string& word) {
  const auto found = counts.find(word);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

WordCounts count_words(const std::vector<std::string>& texts) {
  WordCounts counts;
  for (const std::string& path : texts) count_file(path, counts);
  return counts;
}

uint8_t choose_cut(const std::u16string& word, const WordCounts& counts) {
  const View view = make_view(word);
  const Tokens tokens = find_tokens(view);
  if (tokens.size() != 1) return 0;
  uint8_t best = 0;
  uint32_t most = std::max(count_of(counts, word), 4U);
  for (const Reading& reading : tokens.readings(0)) {
    const size_t left = word.size() - reading.name;
    const bool hides_melted = reading.preposition == kLam && !reading.melted && word[reading.name] == kLam;
    if (reading.name == 0 || left < 3 || hides_melted) continue;
    // A preposition needs stronger grounds than a conjunction.
    const uint32_t times = reading.preposition != 0 && !reading.article ? 3 : 1;
    const uint32_t count = count_of(counts, word.substr(reading.name)) / times;
    if (count <= most) continue;
    most = count;
    best = static_cast<uint8_t>((reading.conjunction != 0 ? kCutConjunction : 0) |
                                (reading.preposition != 0 && !reading.melted ? kCutPreposition : 0));
  }
  return best;
}

std::vector<uint8_t> build_vocabulary(const std::vector<std::string>& texts, const std::string& clusters,
                                      size_t most_words) {
  const WordCounts counts = count_words(texts);
  const Classes classes = read_classes(clusters);
  std::vector<std::pair<uint32_t, std::u16string>> words;
  for (const auto& [word, count] : counts)
    if (count >= 10) words.emplace_back(count, word);
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (words.size() > most_words) words.resize(most_words);
  std::vector<VocabularyEntry> entries;
  for (const auto& [count, word] : words) {
    VocabularyEntry entry;
    entry.hash = hash_units(word);
    const auto fine = classes.fine.find(word);
    entry.word.fine = fine == classes.fine.end() ? uint16_t{0} : fine->second;
    entry.word.cut = choose_cut(word, counts);
    entry.word.frequency = static_cast<uint8_t>(std::clamp(static_cast<int>(std::bit_width(count)) - 3, 1, 15));
    entries.push_back(entry);
  }
  std::cerr << "words: " << counts.size() << " forms met, " << entries.size() << " kept\n";
  return pack_vocabulary(entries, classes.mid, classes.coarse);
}

}  // namespace fihris
