// The whole engine, in reading order.
#include "analysis.h"

#include <string>

#include "figures/figures.h"
#include "figures/words.h"
#include "links/changes.h"
#include "links/checks.h"
#include "links/currencies.h"
#include "links/entities.h"
#include "links/figure_contexts.h"
#include "links/quotes.h"
#include "links/timeline.h"
#include "names/lexicon.h"
#include "names/model.h"
#include "names/names.h"
#include "text/blocks.h"
#include "text/tokens.h"
#include "text/view.h"

namespace fihris {
namespace {

// The engine's own data travels inside it; a build that damaged it still reads
// what it can, and says so.
void warn_of_broken_data(Analysis& out) {
  if (!lexicon_is_sound()) out.warnings.push_back({"lexicon_unusable", {}, "the built-in lexicon cannot be read"});
  if (!embedded_model().is_open()) out.warnings.push_back({"model_unusable", {}, "the built-in model cannot be read"});
}

// Zero-width and direction characters come with copied text. They are read over;
// one warning at the first of them says how many, for they can hide a change.
void warn_of_invisible_characters(const View& view, Analysis& out) {
  if (view.invisible.empty()) return;
  out.warnings.push_back({"invisible_characters", view.invisible.front(),
                          std::to_string(view.invisible.size()) + " invisible characters were read over"});
}

}  // namespace

Analysis analyse(std::u16string_view source, const Options& options) {
  const View view = make_view(source);
  const Tokens tokens = find_tokens(view);
  Analysis out;
  out.length = static_cast<uint32_t>(source.size());
  out.blocks = find_blocks(view, tokens);
  for (const FoldedSpan sentence : tokens.sentences) out.sentences.push_back(view.to_source(sentence));
  const Words words = find_words(view, tokens);
  out.figures = find_figures(words, options);
  out.mentions = find_names(view, tokens, out.figures);
  settle_currencies(words, out.mentions, out.figures);
  out.entities = resolve_entities(words, out.mentions);
  out.quotes = find_quotes(words, out);
  out.changes = find_changes(words, out);
  relate_figures(words, out);
  out.timeline = make_timeline(words, out);
  out.checks = find_checks(words, out, options.published);
  warn_of_invisible_characters(view, out);
  warn_of_broken_data(out);
  return out;
}

}  // namespace fihris
