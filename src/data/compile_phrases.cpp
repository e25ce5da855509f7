// Compiles a table of phrases (src/data/text/boilerplate.tsv for the blocks,
// src/data/contexts/name_contexts.tsv for the names) into a sorted array of folded
// phrases, an .inc file in the build tree, that its room searches. A
// phrase is its tokens joined by one space; two rows of one kind with the same
// fold are an error with file and line. It knows no kind but by name.
//
//   lead	<forms, separated by |>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <utility>

#include "text/tokens.h"
#include "text/utf.h"

namespace {

std::u16string fold_phrase(const std::string& form) {
  const std::u16string text = fihris::utf8_to_utf16(form).text;
  const fihris::View view = fihris::make_view(text);
  const fihris::Tokens tokens = fihris::find_tokens(view);
  std::u16string phrase;
  for (const fihris::Token& token : tokens.list) {
    if (token.kind == fihris::TokenKind::punctuation) continue;
    if (!phrase.empty()) phrase += u' ';
    phrase += view.text(token.span);
  }
  return phrase;
}

void print_entry(std::ofstream& out, const std::string& kind, const std::u16string& phrase) {
  out << "{PhraseKind::" << kind << ", u\"";
  for (const char16_t c : phrase) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "\\u%04X", static_cast<unsigned>(c));
    if (c < 0x80) {
      out << static_cast<char>(c);
    } else {
      out << buffer;
    }
  }
  out << "\"},\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: compile_phrases OUTPUT TABLE\n";
    return 2;
  }
  std::ifstream in(argv[2]);
  std::map<std::pair<std::string, std::u16string>, int> phrases;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    std::stringstream forms(line.substr(tab + 1));
    for (std::string form; std::getline(forms, form, '|');) {
      const auto [at, is_new] = phrases.emplace(std::pair(line.substr(0, tab), fold_phrase(form)), number);
      if (!is_new && at->second != number) {
        std::cerr << argv[2] << ':' << number << ": '" << form << "' stands in line " << at->second << " already\n";
        return 1;
      }
    }
  }
  if (phrases.empty()) {
    std::cerr << argv[2] << ": no phrases\n";
    return 1;
  }
  std::ofstream out(argv[1]);
  out << "// Compiled by src/data/compile_phrases.cpp.\n";
  for (const auto& [key, line] : phrases) print_entry(out, key.first, key.second);
  return out ? 0 : 1;
}
