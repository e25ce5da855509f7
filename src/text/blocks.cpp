#include "text/blocks.h"

#include <algorithm>

#include "text/characters.h"
#include "text/noise.h"

namespace fihris {
namespace {

constexpr size_t kLongestTitle = 28;    // tokens of the first line, as a title
constexpr size_t kLongestHeading = 14;  // tokens of a line between paragraphs, as a heading
constexpr size_t kShortestParagraph = 12;

// Lines, noise in them, and what is left of each line as heading or paragraph.
class BlockCutter {
 public:
  BlockCutter(const View& view, const Tokens& tokens) : view_(view), tokens_(tokens) {}

  std::vector<Block> run() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].line_start) lines_.push_back({i, i});
      lines_.back().last = i + 1;
    }
    for (const TokenRange line : lines_) {
      append_boilerplate(view_, tokens_, line, noise_);
      append_markdown(view_, tokens_, line, noise_);
    }
    append_repeats(view_, tokens_, lines_, noise_);
    merge_noise();
    for (size_t i = 0; i < lines_.size(); ++i) cut_line(i);
    return std::move(blocks_);
  }

 private:
  void merge_noise() {
    std::sort(noise_.begin(), noise_.end(), [](TokenRange a, TokenRange b) { return a.first < b.first; });
    std::vector<TokenRange> merged;
    for (const TokenRange range : noise_) {
      const bool joins = !merged.empty() && range.first <= merged.back().last &&
                         (range.first < merged.back().last || !tokens_[range.first].line_start);
      if (joins) {
        merged.back().last = std::max(merged.back().last, range.last);
      } else {
        merged.push_back(range);
      }
    }
    noise_ = std::move(merged);
  }

  [[nodiscard]] char16_t first(size_t i) const { return view_.folded[tokens_[i].span.begin]; }

  void add(TokenRange range, BlockKind kind) {
    if (range.first >= range.last) return;
    blocks_.push_back({view_.to_source({tokens_[range.first].span.begin, tokens_[range.last - 1].span.end}), kind});
  }

  void cut_line(size_t index) {
    const TokenRange line = lines_[index];
    const BlockKind kind = is_heading(index) ? BlockKind::heading : BlockKind::paragraph;
    size_t at = line.first;
    for (; next_noise_ < noise_.size() && noise_[next_noise_].first < line.last; ++next_noise_) {
      const TokenRange range = noise_[next_noise_];
      add({at, range.first}, kind);
      add(range, BlockKind::noise);
      at = range.last;
    }
    add({at, line.last}, kind);
  }

  [[nodiscard]] size_t length(size_t line) const { return lines_[line].last - lines_[line].first; }

  // Markdown says so; or the line is short, closes with no stop and a longer
  // one follows. The first line may be a long title, and ask or exclaim.
  [[nodiscard]] bool is_heading(size_t index) const {
    const TokenRange line = lines_[index];
    if (first(line.first) == u'#' && line.first + 1 < line.last &&
        (tokens_[line.first + 1].space_before || first(line.first + 1) == u'#')) {
      return true;
    }
    if (index + 1 >= lines_.size() || starts_like_speech_or_list(line.first)) return false;
    const char16_t end = last_letter_or_stop(line);
    if (end == u'.' || end == u':' || end == kArabicComma || end == kArabicSemicolon || end == u',') return false;
    const bool follows_title = index == 1 && length(0) <= kLongestTitle;
    const size_t longest = index == 0 || follows_title ? kLongestTitle : kLongestHeading;
    const size_t next = length(index + 1);
    if (length(index) > longest) return false;
    if (index == 0) return next > length(index) || length(index) <= kLongestHeading;
    return next >= kShortestParagraph && next > length(index) + length(index) / 2;
  }

  [[nodiscard]] bool starts_like_speech_or_list(size_t i) const {
    const char16_t c = first(i);
    if (c == u'-' || c == u'*' || c == u'\u2022' || c == u'\u2013' || c == u'\u2014') return true;
    return tokens_[i].kind == TokenKind::number && i + 1 < tokens_.size() && !tokens_[i + 1].space_before &&
           (first(i + 1) == u'-' || first(i + 1) == u')');
  }

  // The last token that says something about the line's end: closing marks are skipped.
  [[nodiscard]] char16_t last_letter_or_stop(TokenRange line) const {
    for (size_t i = line.last; i > line.first; --i) {
      const char16_t c = first(i - 1);
      const bool skipped =
          tokens_[i - 1].kind == TokenKind::punctuation && (is_closing_mark(c) || c == u'"' || c == u'*');
      if (!skipped) return tokens_[i - 1].kind == TokenKind::punctuation ? c : u'\0';
    }
    return u'\0';
  }

  const View& view_;
  const Tokens& tokens_;
  std::vector<TokenRange> lines_;
  std::vector<TokenRange> noise_;
  std::vector<Block> blocks_;
  size_t next_noise_ = 0;
};

}  // namespace

std::vector<Block> find_blocks(const View& view, const Tokens& tokens) { return BlockCutter(view, tokens).run(); }

}  // namespace fihris
