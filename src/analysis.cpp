// The whole engine, in reading order.
#include "analysis.h"

#include "figures/figures.h"
#include "links/entities.h"
#include "links/quotes.h"
#include "names/names.h"
#include "text/blocks.h"
#include "text/tokens.h"
#include "text/view.h"

namespace fihris {

Analysis analyse(std::u16string_view source, const Options& options) {
  const View view = make_view(source);
  const Tokens tokens = find_tokens(view);
  Analysis out;
  out.length = static_cast<uint32_t>(source.size());
  out.blocks = find_blocks(view, tokens);
  for (const FoldedSpan sentence : tokens.sentences) out.sentences.push_back(view.to_source(sentence));
  out.figures = find_figures(view, tokens, options);
  out.mentions = find_names(view, tokens, out.figures);
  out.entities = resolve_entities(view, tokens, out.mentions);
  out.quotes = find_quotes(view, tokens, out.mentions);
  return out;
}

}  // namespace fihris
