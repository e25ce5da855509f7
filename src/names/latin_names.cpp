// Names in Latin letters, and addresses of the web. The tagger knows which Latin
// words are no names; beside it stand those that it has never met and the text
// makes certain: repeated ones, and those behind a word for a company.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "names/context_words.h"

namespace fihris {
namespace {

bool has_capital(std::u16string_view letters) {
  for (const char16_t unit : letters)
    if (unit >= u'A' && unit <= u'Z') return true;
  return false;
}

bool is_web_address(std::u16string_view text) {
  const auto has = [text](std::u16string_view part) { return text.find(part) != std::u16string_view::npos; };
  return has(u"://") || text.rfind(u"www.", 0) == 0 || text[0] == u'@' || text[0] == u'#' || (has(u"@") && has(u".")) ||
         (has(u".com") || has(u".org") || has(u".net"));
}

// The end of the run of Latin tokens that begins at one.
size_t find_latin_end(const NameContext& context, size_t first) {
  constexpr size_t kLongest = 6;
  size_t last = first + 1;
  while (last < first + kLongest && context.continues(last - 1) && context.tokens[last].kind == TokenKind::latin)
    ++last;
  return last;
}

// How often each run of Latin tokens stands in the text, folded.
std::unordered_map<std::u16string, int> count_latin_runs(const NameContext& context) {
  std::unordered_map<std::u16string, int> out;
  for (size_t i = 0; i < context.tokens.size();) {
    if (context.tokens[i].kind != TokenKind::latin) {
      ++i;
      continue;
    }
    const size_t last = find_latin_end(context, i);
    ++out[std::u16string(context.view.text({context.tokens[i].span.begin, context.tokens[last - 1].span.end}))];
    i = last;
  }
  return out;
}

bool is_numeral(std::u16string_view text) {
  return text.size() <= 4 &&
         std::all_of(text.begin(), text.end(), [](char16_t c) { return c == u'i' || c == u'v' || c == u'x'; });
}

// Letters and digits together are a model ("R2", "F-16", "Fire-Flyer II"), words a body.
EntityType type_of_latin(const NameContext& context, size_t first, size_t last) {
  const std::u16string_view text =
      context.view.text({context.tokens[first].span.begin, context.tokens[last - 1].span.end});
  const bool digits =
      std::any_of(text.begin(), text.end(), [](char16_t c) { return (c >= u'0' && c <= u'9') || c == u'+'; });
  const bool numbered = last > first + 1 && is_numeral(context.view.text(context.tokens[last - 1].span));
  return digits || numbered ? EntityType::product : EntityType::org;
}

// "the Indian technology company Zensar": a head, and nothing but its adjectives between.
bool stands_behind_head(const NameContext& context, const std::vector<uint32_t>& covered,
                        const std::vector<NameCandidate>& candidates, size_t first) {
  constexpr size_t kFarthest = 4;
  for (size_t back = 1; back <= kFarthest && back <= first && context.continues(first - back); ++back) {
    const size_t i = first - back;
    const uint32_t over = covered[i];
    if (over != NameCandidate::kNoRow && candidates[over].type != EntityType::norp) return false;
    if (find_cue(context, i, PhraseKind::company)) return true;
    if (over == NameCandidate::kNoRow && !has_article(context, i)) return false;
  }
  return false;
}

struct LatinRun {
  size_t first = 0;
  size_t last = 0;
  FoldedSpan span;
};

void push_latin(const LatinRun& run, EntityType type, float score, const char* evidence,
                std::vector<NameCandidate>& out) {
  out.push_back(
      {static_cast<uint32_t>(run.first), static_cast<uint32_t>(run.last), run.span, type, score, Via::rule, evidence});
}

}  // namespace

void propose_latin_names(const NameContext& context, std::vector<NameCandidate>& out, bool alone) {
  const std::unordered_map<std::u16string, int> spellings = count_latin_runs(context);
  const std::vector<uint32_t> covered = map_candidates(context, out);
  const std::vector<NameCandidate> tagged = out;
  std::unordered_map<std::u16string_view, EntityType> types;  // of the tagger's Latin names
  for (const NameCandidate& c : tagged)
    if (context.tokens[c.first].kind == TokenKind::latin) types.emplace(context.view.text(c.span), c.type);
  const auto count = [&](FoldedSpan span) {
    const auto found = spellings.find(std::u16string(context.view.text(span)));
    return found == spellings.end() ? 0 : found->second;
  };
  const auto propose = [&](const LatinRun& run) {
    const std::u16string_view text = context.view.text(run.span);
    const std::u16string_view letters = std::u16string_view(context.view.letters).substr(run.span.begin, text.size());
    if (text.size() < 2 || !has_capital(letters) || is_phrase(PhraseKind::common, text)) return;
    const auto known = types.find(text);
    const EntityType type = known != types.end() ? known->second : type_of_latin(context, run.first, run.last);
    // Alone, a capital must do; beside the tagger, a capital that the text repeats.
    if (alone || count(run.span) >= 2)
      push_latin(run, type, 0.45F, "Latin-script name", out);
    else if (covered[run.first] == NameCandidate::kNoRow && stands_behind_head(context, covered, tagged, run.first))
      push_latin(run, type, 0.6F, "behind an organisation word", out);
  };
  for (size_t i = 0; i < context.tokens.size();) {
    const Token& token = context.tokens[i];
    if (token.kind != TokenKind::latin) {
      ++i;
      continue;
    }
    if (is_web_address(context.view.text(token.span))) {
      push_latin({i, i + 1, token.span}, EntityType::web, 0.95F, "web address", out);
      ++i;
      continue;
    }
    const size_t last = find_latin_end(context, i);
    propose({i, last, {token.span.begin, context.tokens[last - 1].span.end}});
    // "DeepSeek R2" after "R2": where the tagger took the first word alone, the last is still a name.
    const FoldedSpan tail = context.tokens[last - 1].span;
    if (last > i + 1 && covered[last - 1] == NameCandidate::kNoRow && count(tail) >= 2 &&
        type_of_latin(context, last - 1, last) == EntityType::product)
      propose({last - 1, last, tail});
    i = last;
  }
}

}  // namespace fihris
