// Broken copies. A run of words and the same run again, with at most a
// fragment between, was pasted twice; the first one goes, the second continues.
// Every place is compared with the last place that began with the same three
// words, so the work stays linear: a comparison stops where the first copy
// would have to end.
#include <cstdint>
#include <unordered_map>

#include "text/noise.h"

namespace fihris {
namespace {

constexpr size_t kGram = 3;             // words that must agree before a place is compared
constexpr size_t kSureRun = 4;          // words that prove a repeat by themselves
constexpr size_t kLongestRun = 60;      // tokens; longer repeats are whole lines
constexpr size_t kLongestFragment = 2;  // tokens of a cut-off word between the copies
constexpr size_t kShortestRepeatedLine = 8;

class RepeatFinder {
 public:
  RepeatFinder(const View& view, const Tokens& tokens, std::vector<TokenRange>& noise)
      : view_(view), tokens_(tokens), noise_(noise) {
    hashes_.reserve(tokens.size());
    for (const Token& token : tokens.list) hashes_.push_back(std::hash<std::u16string_view>{}(view.text(token.span)));
  }

  void find_in_line(TokenRange line) {
    last_place_.clear();
    for (size_t i = line.first; i + kGram <= line.last; ++i) {
      const auto [at, is_new] = last_place_.try_emplace(hash_run(i, kGram), i);
      if (is_new) continue;
      const size_t before = at->second;
      at->second = i;
      if (i - before > kLongestRun || before < after_noise_) continue;
      // A run that could begin one word earlier was judged there.
      if (before > line.first && agrees(before - 1, i - 1, 1)) continue;
      if (is_repeat(before, i, line.last)) {
        noise_.push_back({before, i});
        after_noise_ = i;
      }
    }
  }

  void find_equal_lines(std::span<const TokenRange> lines) {
    std::unordered_map<uint64_t, TokenRange> seen;
    for (const TokenRange line : lines) {
      const size_t length = line.last - line.first;
      if (length < kShortestRepeatedLine) continue;
      const auto [at, is_new] = seen.try_emplace(hash_run(line.first, length), line);
      const TokenRange other = at->second;
      if (!is_new && other.last - other.first == length && agrees(other.first, line.first, length))
        noise_.push_back(line);
    }
  }

 private:
  [[nodiscard]] uint64_t hash_run(size_t begin, size_t length) const {
    uint64_t hash = 1469598103934665603ULL;
    for (size_t i = begin; i < begin + length; ++i) hash = (hash ^ hashes_[i]) * 1099511628211ULL;
    return hash;
  }
  [[nodiscard]] std::u16string_view text(size_t i) const { return view_.text(tokens_[i].span); }
  [[nodiscard]] bool agrees(size_t a, size_t b, size_t length) const {
    for (size_t i = 0; i < length; ++i) {
      if (hashes_[a + i] != hashes_[b + i] || text(a + i) != text(b + i)) return false;
    }
    return true;
  }

  // [before, i) and what begins at i say the same, but for a fragment at the
  // end of the first.
  [[nodiscard]] bool is_repeat(size_t before, size_t i, size_t end) const {
    const size_t distance = i - before;
    size_t run = 0;
    while (run < distance && i + run < end && agrees(before + run, i + run, 1)) ++run;
    const size_t fragment = distance - run;
    if (fragment > kLongestFragment || i + run > end) return false;
    for (size_t k = before + run; k < i; ++k) {
      if (!is_fragment(k, i + run, end)) return false;
    }
    size_t words = 0;
    for (size_t k = before; k < before + run; ++k) words += tokens_[k].kind == TokenKind::word ? 1 : 0;
    if (words >= kSureRun) return fragment > 0 || !is_chant(i, run, end);
    return words >= kGram && fragment == 1 && tokens_[before + run].kind == TokenKind::word;
  }

  // What a torn copy leaves at its end: a mark, one letter, or the beginning of
  // the word that the second copy has whole.
  [[nodiscard]] bool is_fragment(size_t torn, size_t whole, size_t end) const {
    if (tokens_[torn].kind != TokenKind::word) return tokens_[torn].kind == TokenKind::punctuation;
    const std::u16string_view left = text(torn);
    return left.size() == 1 ||
           (whole < end && text(whole).size() > left.size() && text(whole).substr(0, left.size()) == left);
  }

  // Said three times, it is said on purpose.
  [[nodiscard]] bool is_chant(size_t i, size_t run, size_t end) const {
    return i + 2 * run <= end && agrees(i, i + run, run);
  }

  const View& view_;
  const Tokens& tokens_;
  std::vector<TokenRange>& noise_;
  std::vector<uint64_t> hashes_;
  std::unordered_map<uint64_t, size_t> last_place_;
  size_t after_noise_ = 0;  // tokens before it are noise already
};

}  // namespace

void append_repeats(const View& view, const Tokens& tokens, std::span<const TokenRange> lines,
                    std::vector<TokenRange>& noise) {
  RepeatFinder finder(view, tokens, noise);
  for (const TokenRange line : lines) finder.find_in_line(line);
  finder.find_equal_lines(lines);
}

}  // namespace fihris
