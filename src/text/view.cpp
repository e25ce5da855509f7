#include "text/view.h"

#include <unicode/utf16.h>

#include <algorithm>

#include "text/characters.h"
#include "text/folding.h"

namespace fihris {
namespace {

// A base letter with everything that joins it. Past this a pile of marks is no
// writing any more, and normalising it again and again would cost its square.
constexpr size_t kLongestCluster = 32;

constexpr char16_t kTatweel = 0x0640;

// Letters that join nothing after them: alefs, hamza, dal to zay, waw, ta marbuta, alef maqsura.
constexpr std::u16string_view kNonJoining =
    u"\u0621\u0622\u0623\u0624\u0625\u0627\u0629\u062F\u0630\u0631\u0632\u0648\u0649";

// Fills a view from left to right. The last cluster stays open: a combining
// mark that comes later is normalised together with it.
class Folder {
 public:
  explicit Folder(View& view) : view_(view), source_(view.source) { grow(source_.size() + kLongestCluster); }

  void run() {
    const auto size = static_cast<uint32_t>(source_.size());
    for (uint32_t i = 0; i < size;) {
      const FoldEntry& entry = fold_entry(source_[i]);
      if (entry.kind == FoldKind::direct) {
        // Room for the units left was made at the start and after each expansion.
        cluster_ = count_;
        put(entry.folded, entry.letter, i, i + 1);
        ++i;
      } else {
        i = take_rare(i, entry);
      }
    }
    grow(count_);
  }

 private:
  void grow(size_t size) {
    view_.folded.resize(size);
    view_.letters.resize(size);
    view_.begins.resize(size);
    view_.ends.resize(size);
    folded_ = view_.folded.data();
    letters_ = view_.letters.data();
    begins_ = view_.begins.data();
    ends_ = view_.ends.data();
  }

  void put(char16_t folded, char16_t letter, uint32_t begin, uint32_t end) {
    folded_[count_] = folded;
    letters_[count_] = letter;
    begins_[count_] = begin;
    ends_[count_] = end;
    ++count_;
  }

  // Everything but the direct characters; returns where to read on.
  uint32_t take_rare(uint32_t i, const FoldEntry& entry) {
    uint32_t end = i;
    char32_t c = 0;
    U16_NEXT(source_.data(), end, static_cast<uint32_t>(source_.size()), c);
    FoldKind kind = entry.kind;
    if (kind == FoldKind::newline) {
      if (c == U'\r' && end < source_.size() && source_[end] == u'\n') ++end;
      cluster_ = count_;
      put(u'\n', u'\n', i, end);
      return end;
    }
    if (kind == FoldKind::other) kind = fold_kind_of_rare(c);
    if (c == kTatweel) {
      while (end < source_.size() && source_[end] == kTatweel) ++end;
      if (is_dash(end)) {
        cluster_ = count_;
        put(u'-', u'-', i, end);
        return end;
      }
    }
    if (kind == FoldKind::invisible) {
      view_.invisible.push_back({i, end});
    } else if (kind == FoldKind::mark) {
      extend(end);
    } else if (kind == FoldKind::hamza || joins_the_one_before(c)) {
      join(c, i, end);
    } else {
      start_cluster(c, i, end);
    }
    return end;
  }

  // Tatweel that no letter stretches is typed for a dash ("Fes _ Meknes", "3 _ 1"):
  // it stands away from letters, or after one that joins nothing.
  [[nodiscard]] bool is_dash(uint32_t end) const {
    const char16_t before = count_ > 0 ? letters_[count_ - 1] : u' ';
    const char16_t after = end < source_.size() ? source_[end] : u' ';
    if (is_arabic_letter(after) || fold_entry(after).kind == FoldKind::mark) return false;
    if (!is_arabic_letter(before)) return true;
    const bool joins = kNonJoining.find(before) == std::u16string_view::npos;
    return !joins && (after == u' ' || after == u'\n' || after == kArabicComma || after == u'.');
  }

  // A dropped mark: the letter it stands on reaches over it.
  void extend(uint32_t end) {
    for (size_t k = cluster_; k < count_; ++k) ends_[k] = end;
  }

  void start_cluster(char32_t c, uint32_t begin, uint32_t end) {
    cluster_ = count_;
    if (U_IS_SURROGATE(c)) {
      // Two halves that only a dropped character kept apart must not become a pair.
      const bool pairs = U16_IS_TRAIL(c) && count_ > 0 && U16_IS_LEAD(folded_[count_ - 1]);
      const char16_t unit = pairs ? u'\uFFFD' : static_cast<char16_t>(c);
      put(unit, unit, begin, end);
      return;
    }
    std::u16string text;
    append(text, c);
    emit(normalize_compatibility(text), begin, end);
  }

  // A combining character: the open cluster is composed anew with it.
  void join(char32_t c, uint32_t begin, uint32_t end) {
    const bool dropped_alone = is_leftover_mark(c);
    const size_t length = count_ - cluster_;
    if (count_ == 0 || length > kLongestCluster || letters_[cluster_] == u'\n') {
      return dropped_alone ? extend(end) : start_cluster(c, begin, end);
    }
    std::u16string text(letters_ + cluster_, length);
    append(text, c);
    text = normalize_compatibility(text);
    // Letters that only may compose (Hangul) stay their own unless they did.
    if (!is_combining(c) && text.size() > length) return start_cluster(c, begin, end);
    const uint32_t first = begins_[cluster_];
    count_ = cluster_;
    emit(text, first, end);
  }

  // Writes a normalised cluster; each of its units stands for the whole of it.
  void emit(const std::u16string& text, uint32_t begin, uint32_t end) {
    const size_t needed = count_ + text.size() + (source_.size() - end) + kLongestCluster;
    if (needed > view_.folded.size()) grow(std::max(needed, view_.folded.size() + view_.folded.size() / 2));
    for (uint32_t k = 0; k < text.size();) {
      char32_t c = 0;
      U16_NEXT(text.data(), k, static_cast<uint32_t>(text.size()), c);
      if (is_leftover_mark(c)) continue;
      put_code_point(fold_letter(c), keep_letter(c), begin, end);
    }
    if (count_ == cluster_ && count_ > 0) ends_[count_ - 1] = end;
  }

  void put_code_point(char32_t folded, char32_t letter, uint32_t begin, uint32_t end) {
    if (folded < 0x10000 || letter < 0x10000) {
      put(static_cast<char16_t>(folded), static_cast<char16_t>(letter), begin, end);
    } else {
      put(U16_LEAD(folded), U16_LEAD(letter), begin, end);
      put(U16_TRAIL(folded), U16_TRAIL(letter), begin, end);
    }
  }

  static void append(std::u16string& text, char32_t c) {
    if (c >= 0x10000) {
      text += static_cast<char16_t>(U16_LEAD(c));
      text += static_cast<char16_t>(U16_TRAIL(c));
    } else {
      text += static_cast<char16_t>(c);
    }
  }

  View& view_;
  std::u16string_view source_;
  char16_t* folded_ = nullptr;
  char16_t* letters_ = nullptr;
  uint32_t* begins_ = nullptr;
  uint32_t* ends_ = nullptr;
  size_t count_ = 0;
  size_t cluster_ = 0;  // first unit of the open cluster
};

}  // namespace

Span View::to_source(FoldedSpan span) const {
  const auto size = static_cast<uint32_t>(folded.size());
  const auto place = [&](uint32_t at) { return at < size ? begins[at] : size == 0 ? 0 : ends[size - 1]; };
  const uint32_t end = std::min(span.end, size);
  if (span.begin >= end) return {place(span.begin), place(span.begin)};
  return {begins[span.begin], ends[end - 1]};
}

View make_view(std::u16string_view source) {
  View view{.source = source, .folded = {}, .letters = {}, .begins = {}, .ends = {}, .invisible = {}};
  Folder(view).run();
  return view;
}

std::u16string fold(std::u16string_view text) { return make_view(text).folded; }

}  // namespace fihris
