#include "text/print.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "text/blocks.h"
#include "text/utf.h"

namespace fihris {
namespace {

// A text with everything the room finds in it, kept alive together.
struct Article {
  std::u16string source;
  View view;
  Tokens tokens;

  explicit Article(const std::string& text)
      : source(utf8_to_utf16(text).text), view(make_view(source)), tokens(find_tokens(view)) {}

  [[nodiscard]] std::string cut(Span span) const {
    return utf16_to_utf8(std::u16string_view(source).substr(span.begin, span.end - span.begin));
  }
  [[nodiscard]] std::string cut(FoldedSpan span) const { return cut(view.to_source(span)); }
};

std::string print_value(const Token& token) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "=%.12g", token.value);
  return buffer.data();
}

}  // namespace

std::string print_folded(const std::string& text) { return utf16_to_utf8(Article(text).view.folded); }
std::string print_letters(const std::string& text) { return utf16_to_utf8(Article(text).view.letters); }

std::string print_tokens(const std::string& text) {
  const Article read(text);
  std::string out;
  for (const Token& token : read.tokens.list) {
    if (!out.empty()) out += ' ';
    out += "wnlps"[static_cast<size_t>(token.kind)];
    out += ':';
    for (const char c : read.cut(token.span)) out += c == ' ' ? '_' : c;
    if (token.kind == TokenKind::number) out += print_value(token);
  }
  return out;
}

std::string print_readings(const std::string& text) {
  const Article read(text);
  std::string out;
  for (const Reading& reading : read.tokens.readings(0)) {
    if (!out.empty()) out += ' ';
    out += read.cut(FoldedSpan{reading.name, read.tokens[0].span.end});
    if (reading.stem != reading.name) out += '/' + read.cut(FoldedSpan{reading.stem, read.tokens[0].span.end});
  }
  return out;
}

std::string print_sentences(const std::string& text) {
  const Article read(text);
  std::string out;
  uint32_t at = 0;
  for (const FoldedSpan sentence : read.tokens.sentences) {
    const uint32_t begin = read.view.to_source(sentence).begin;
    out += read.cut(Span{at, begin});
    if (begin > 0) out += '|';
    at = begin;
  }
  return out + read.cut(Span{at, static_cast<uint32_t>(read.source.size())});
}

std::string print_blocks(const std::string& text) {
  const Article read(text);
  constexpr std::array<const char*, 3> kKinds = {"heading", "paragraph", "noise"};
  std::string out;
  for (const Block& block : find_blocks(read.view, read.tokens)) {
    out += std::string(kKinds[static_cast<size_t>(block.kind)]) + '\t' + read.cut(block.span) + '\n';
  }
  return out;
}

}  // namespace fihris
