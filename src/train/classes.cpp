#include "train/classes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iostream>

#include "names/features.h"
#include "text/utf.h"
#include "train/words.h"

namespace fihris {
namespace {

constexpr size_t kDimension = 64;
constexpr int kReach = 2;
constexpr size_t kPlaces = 2 * kReach;
constexpr int kNegatives = 5;
constexpr uint32_t kLeastCount = 12;
constexpr size_t kMostWords = 60000;
constexpr uint32_t kNone = 0xFFFFFFFFU;

using Vector = std::array<float, kDimension>;

struct Random {
  uint64_t state = 88172645463325252ULL;
  uint32_t next() {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>(state >> 33U);
  }
  float unit() { return static_cast<float>(next() & 0xFFFFFFU) / 16777216.0F; }
};

float dot(const Vector& a, const Vector& b) {
  std::array<float, 8> sums{};
  for (size_t i = 0; i < kDimension; i += 8)
    for (size_t k = 0; k < 8; ++k) sums[k] += a[i + k] * b[i + k];
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

struct Corpus {
  std::vector<std::u16string> words;  // commonest first
  std::vector<uint32_t> counts;
  std::vector<uint32_t> text;  // word numbers, kNone between lines and for rare words
};

// The word without the proclitics that its counts say it has.
std::u16string cut_word(const View& view, const Tokens& tokens, size_t i, uint8_t cut) {
  for (const Reading& reading : tokens.readings(i)) {
    const auto flags = static_cast<uint8_t>((reading.conjunction != 0 ? kCutConjunction : 0) |
                                            (reading.preposition != 0 && !reading.melted ? kCutPreposition : 0));
    if (cut != 0 && flags == cut) return std::u16string(view.text({reading.name, tokens[i].span.end}));
  }
  return std::u16string(view.text(tokens[i].span));
}

template <typename Visit>
void visit_words(const std::vector<std::string>& texts, const WordCounts& counts, Visit visit) {
  std::unordered_map<std::u16string, uint8_t> cuts;
  for (const std::string& path : texts) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      const Utf16Text text = utf8_to_utf16(line);
      const View view = make_view(text.text);
      const Tokens tokens = find_tokens(view);
      for (size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != TokenKind::word && tokens[i].kind != TokenKind::latin) {
          visit(tokens[i].kind == TokenKind::number ? u"0" : std::u16string(view.text(tokens[i].span)));
          continue;
        }
        const std::u16string whole(view.text(tokens[i].span));
        const auto [known, fresh] = cuts.try_emplace(whole, uint8_t{0});
        if (fresh) known->second = choose_cut(whole, counts);
        visit(cut_word(view, tokens, i, known->second));
      }
      visit(std::u16string());
    }
  }
}

Corpus read_corpus(const std::vector<std::string>& texts) {
  const WordCounts whole = count_words(texts);
  WordCounts cut;
  visit_words(texts, whole, [&cut](std::u16string word) {
    if (!word.empty()) ++cut[std::move(word)];
  });
  std::vector<std::pair<uint32_t, std::u16string>> sorted;
  for (const auto& [word, count] : cut)
    if (count >= kLeastCount) sorted.emplace_back(count, word);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (sorted.size() > kMostWords) sorted.resize(kMostWords);
  Corpus out;
  std::unordered_map<std::u16string, uint32_t> numbers;
  for (const auto& [count, word] : sorted) {
    numbers.emplace(word, static_cast<uint32_t>(out.words.size()));
    out.words.push_back(word);
    out.counts.push_back(count);
  }
  visit_words(texts, whole, [&](const std::u16string& word) {
    const auto found = numbers.find(word);
    out.text.push_back(found == numbers.end() ? kNone : found->second);
  });
  return out;
}

class SkipGrams {
 public:
  explicit SkipGrams(const Corpus& corpus) : corpus_(corpus) {
    vectors_.resize(corpus.words.size());
    contexts_.resize(corpus.words.size() * kPlaces, Vector{});
    for (Vector& vector : vectors_)
      for (float& value : vector) value = (random_.unit() - 0.5F) / kDimension;
    for (uint32_t word = 0; word < corpus.counts.size(); ++word) {
      const auto times = static_cast<size_t>(std::pow(static_cast<double>(corpus.counts[word]), 0.75) / 8) + 1;
      draws_.insert(draws_.end(), times, word);
    }
  }

  void train(int passes) {
    const size_t size = corpus_.text.size();
    const auto total = static_cast<float>(size) * static_cast<float>(passes);
    for (int pass = 0; pass < passes; ++pass) {
      for (size_t i = kReach; i + kReach < size; ++i) {
        const uint32_t word = corpus_.text[i];
        if (word == kNone || skips(word)) continue;
        const float done = (static_cast<float>(i) + static_cast<float>(pass) * static_cast<float>(size)) / total;
        const float rate = 0.05F * std::max(1 - done, 0.02F);
        for (int distance = -kReach; distance <= kReach; ++distance) {
          if (distance == 0) continue;
          const uint32_t other = corpus_.text[static_cast<size_t>(static_cast<std::ptrdiff_t>(i) + distance)];
          const auto place = static_cast<size_t>(distance < 0 ? distance + kReach : distance + kReach - 1);
          if (other != kNone) learn(word, other, place, rate);
        }
      }
    }
  }

  [[nodiscard]] std::vector<Vector> unit_vectors() const {
    std::vector<Vector> out = vectors_;
    for (Vector& vector : out) {
      const float length = std::sqrt(dot(vector, vector)) + 1e-9F;
      for (float& value : vector) value /= length;
    }
    return out;
  }

 private:
  bool skips(uint32_t word) {
    const float share = static_cast<float>(corpus_.counts[word]) / static_cast<float>(corpus_.text.size());
    return random_.unit() > std::sqrt(1e-4F / share);
  }

  void learn(uint32_t word, uint32_t other, size_t place, float rate) {
    Vector& vector = vectors_[word];
    Vector moved{};
    for (int n = 0; n <= kNegatives; ++n) {
      const uint32_t target = n == 0 ? other : draws_[random_.next() % draws_.size()];
      if (n > 0 && target == other) continue;
      Vector& context = contexts_[target * kPlaces + place];
      const float score = std::clamp(dot(vector, context), -8.0F, 8.0F);
      const float step = rate * ((n == 0 ? 1.0F : 0.0F) - 1.0F / (1.0F + exp_of(-score)));
      for (size_t i = 0; i < kDimension; ++i) {
        moved[i] += step * context[i];
        context[i] += step * vector[i];
      }
    }
    for (size_t i = 0; i < kDimension; ++i) vector[i] += moved[i];
  }

  static float exp_of(float x) { return std::exp(x); }

  const Corpus& corpus_;
  std::vector<Vector> vectors_;
  std::vector<Vector> contexts_;
  std::vector<uint32_t> draws_;
  Random random_;
};

// Spherical k-means; the first centres are words spread over the frequencies.
std::vector<uint16_t> cluster_vectors(const std::vector<Vector>& vectors, size_t classes, int rounds,
                                      std::vector<Vector>& centres) {
  centres.clear();
  for (size_t c = 0; c < classes; ++c) {
    const double place = std::pow(static_cast<double>(c) / static_cast<double>(classes), 1.5);
    centres.push_back(vectors[static_cast<size_t>(place * static_cast<double>(vectors.size()))]);
  }
  std::vector<uint16_t> belongs(vectors.size(), 0);
  for (int round = 0; round < rounds; ++round) {
    for (size_t w = 0; w < vectors.size(); ++w) {
      float best = -2;
      for (size_t c = 0; c < classes; ++c) {
        const float near = dot(vectors[w], centres[c]);
        if (near > best) {
          best = near;
          belongs[w] = static_cast<uint16_t>(c);
        }
      }
    }
    std::vector<Vector> sums(classes, Vector{});
    for (size_t w = 0; w < vectors.size(); ++w)
      for (size_t i = 0; i < kDimension; ++i) sums[belongs[w]][i] += vectors[w][i];
    for (size_t c = 0; c < classes; ++c) {
      const float length = std::sqrt(dot(sums[c], sums[c]));
      if (length < 1e-6F) continue;
      for (size_t i = 0; i < kDimension; ++i) centres[c][i] = sums[c][i] / length;
    }
  }
  return belongs;
}

}  // namespace

std::string build_classes(const std::vector<std::string>& texts, int passes) {
  const Corpus corpus = read_corpus(texts);
  std::cerr << "classes: " << corpus.words.size() << " words, " << corpus.text.size() << " tokens" << std::endl;
  SkipGrams grams(corpus);
  grams.train(passes);
  const std::vector<Vector> vectors = grams.unit_vectors();
  std::vector<Vector> centres;
  std::vector<Vector> unused;
  const std::vector<uint16_t> fine = cluster_vectors(vectors, kFineClasses - 1, 8, centres);
  const std::vector<uint16_t> mid = cluster_vectors(centres, 254, 12, unused);
  const std::vector<uint16_t> coarse = cluster_vectors(centres, 64, 12, unused);
  std::string out;
  for (size_t w = 0; w < corpus.words.size(); ++w) {
    out += std::to_string(coarse[fine[w]]) + '\t' + std::to_string(mid[fine[w]]) + '\t' + std::to_string(fine[w]) +
           '\t' + std::to_string(corpus.counts[w]) + '\t' + utf16_to_utf8(corpus.words[w]) + '\n';
  }
  return out;
}

}  // namespace fihris
