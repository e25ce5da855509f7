#include "links/spellings.h"

#include <algorithm>
#include <vector>

namespace fihris {
namespace {

// A consonant: its class, and the sounds it may stand for, one letter each
// (S: sh, T: th, K: kh, G: gh, C: ch).
struct Consonant {
  char16_t family = 0;
  std::string_view sounds;
};

// Digits stand in both scripts and must be the same, but tell nothing of the spelling.
constexpr std::string_view kDigits = "0";
bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }

struct ArabicLetter {
  char16_t letter;
  Consonant consonant;
};

constexpr ArabicLetter kArabic[] = {
    {0x0628, {u'p', "bpv"}}, {0x062A, {u't', "t"}},   {0x062B, {u't', "Tts"}},  {0x062C, {u'k', "jg"}},
    {0x062D, {0, ""}},       {0x062E, {u'k', "Kkj"}}, {0x062F, {u't', "dt"}},   {0x0630, {u't', "dTz"}},
    {0x0631, {u'r', "r"}},   {0x0632, {u's', "zs"}},  {0x0633, {u's', "sc"}},   {0x0634, {u's', "SCs"}},
    {0x0635, {u's', "sc"}},  {0x0636, {u't', "d"}},   {0x0637, {u't', "t"}},    {0x0638, {u't', "dTz"}},
    {0x063A, {u'k', "gGj"}}, {0x0641, {u'p', "fvp"}}, {0x0642, {u'k', "kqgc"}}, {0x0643, {u'k', "kcqgx"}},
    {0x0644, {u'l', "l"}},   {0x0645, {u'm', "m"}},   {0x0646, {u'n', "n"}},
};

constexpr char16_t kTa = 0x062A, kShin = 0x0634, kAlefLetter = 0x0627, kWawLetter = 0x0648, kYa = 0x064A,
                   kDalLetter = 0x062F, kJim = 0x062C;

using Consonants = std::vector<Consonant>;

Consonants read_arabic(std::u16string_view text) {
  Consonants out;
  char16_t before = 0;
  for (const char16_t c : text) {
    if (is_digit(c)) out.push_back({c, kDigits});
    const auto* found =
        std::find_if(std::begin(kArabic), std::end(kArabic), [c](const auto& a) { return a.letter == c; });
    if (found == std::end(kArabic) || found->consonant.family == 0) {
      before = c;
      continue;
    }
    // "tsh" spells ch, "dj" spells j: one sound of two letters.
    if (!out.empty() && ((before == kTa && c == kShin) || (before == kDalLetter && c == kJim))) {
      out.back() = c == kShin ? Consonant{u's', "CS"} : Consonant{u'k', "jg"};
    } else if (c != before) {
      out.push_back(found->consonant);
    }
    before = c;
  }
  return out;
}

bool is_soft_vowel(char16_t c) { return c == u'e' || c == u'i' || c == u'y'; }
bool is_latin_vowel(char16_t c) { return c == u'a' || c == u'o' || c == u'u' || is_soft_vowel(c); }

struct LatinGroup {
  std::u16string_view letters;
  Consonant consonant;
};

// Groups of letters with one sound, the longer first.
constexpr LatinGroup kLatinGroups[] = {
    {u"sch", {u's', "S"}},   {u"tch", {u's', "C"}}, {u"tion", {u's', "S"}}, {u"sion", {u's', "S"}},
    {u"ch", {u's', "CSKk"}}, {u"sh", {u's', "S"}},  {u"th", {u't', "Ttd"}}, {u"ph", {u'p', "f"}},
    {u"kh", {u'k', "K"}},    {u"gh", {u'k', "Gg"}}, {u"ck", {u'k', "k"}},   {u"dj", {u'k', "j"}},
    {u"dg", {u'k', "j"}},    {u"zh", {u's', "zS"}},
};

Consonant read_latin_letter(char16_t c, char16_t next) {
  switch (c) {
    case u'b':
      return {u'p', "b"};
    case u'p':
      return {u'p', "p"};
    case u'f':
      return {u'p', "f"};
    case u'v':
      return {u'p', "v"};
    case u't':
      return {u't', "t"};
    case u'd':
      return {u't', "d"};
    case u's':
      return {u's', "sz"};
    case u'z':
      return {u's', "zs"};
    case u'c':
      return is_soft_vowel(next) ? Consonant{u's', "sc"} : Consonant{u'k', "kc"};
    case u'k':
      return {u'k', "k"};
    case u'q':
      return {u'k', "qk"};
    case u'g':
      return {u'k', "gj"};
    case u'j':
      return {u'k', "j"};
    case u'l':
      return {u'l', "l"};
    case u'm':
      return {u'm', "m"};
    case u'n':
      return {u'n', "n"};
    case u'r':
      return {u'r', "r"};
    default:
      return {};
  }
}

Consonants read_latin(std::u16string_view text) {
  Consonants out;
  for (size_t i = 0; i < text.size();) {
    const auto* group = std::find_if(std::begin(kLatinGroups), std::end(kLatinGroups), [&](const LatinGroup& g) {
      return text.substr(i, g.letters.size()) == g.letters;
    });
    if (group != std::end(kLatinGroups)) {
      out.push_back(group->consonant);
      if (group->letters.size() == 4) out.push_back({u'n', "n"});
      i += group->letters.size();
      continue;
    }
    if (text[i] == u'x') {
      out.push_back({u'k', "k"});
      out.push_back({u's', "s"});
    } else if (is_digit(text[i])) {
      out.push_back({text[i], kDigits});
    } else if (i == 0 || text[i] != text[i - 1]) {
      const Consonant one = read_latin_letter(text[i], i + 1 < text.size() ? text[i + 1] : u'\0');
      if (one.family != 0) out.push_back(one);
    }
    ++i;
  }
  return out;
}

std::u16string families_of(const Consonants& consonants) {
  std::u16string out;
  for (const Consonant& c : consonants) out += c.family;
  return out;
}

bool share_sound(const Consonant& a, const Consonant& b) {
  return a.sounds.find_first_of(b.sounds) != std::string_view::npos;
}

bool is_long_vowel(char16_t c) { return c == kAlefLetter || c == kWawLetter || c == kYa; }

size_t count_vowels(std::u16string_view text, bool (*is_vowel)(char16_t)) {
  size_t runs = 0;
  for (size_t i = 0; i < text.size(); ++i)
    if (is_vowel(text[i]) && (i == 0 || !is_vowel(text[i - 1]))) ++runs;
  return runs;
}

// Whether both begin with a vowel, or neither; "h", "w" and "y" may stand for one.
bool agree_on_start(std::u16string_view arabic, std::u16string_view latin) {
  const bool vowel = is_long_vowel(arabic[0]);
  const bool weak = latin[0] == u'h' || latin[0] == u'w' || latin[0] == u'y' || is_latin_vowel(latin[0]);
  // Arabic puts a vowel before two consonants: "Spotify", "Nvidia".
  const bool cluster = latin.size() > 1 && !weak && !is_latin_vowel(latin[1]);
  if (vowel && cluster) return true;
  const bool arabic_weak = vowel || read_arabic(arabic.substr(0, 1)).empty();
  return arabic_weak == weak;
}

}  // namespace

std::u16string find_consonants(std::u16string_view folded, bool latin) {
  return families_of(latin ? read_latin(folded) : read_arabic(folded));
}

float compare_spellings(std::u16string_view arabic, std::u16string_view latin) {
  if (arabic.empty() || latin.empty()) return 0;
  const Consonants a = read_arabic(arabic);
  const Consonants b = read_latin(latin);
  if (a.empty() || families_of(a) != families_of(b)) return 0;
  constexpr float kByCount[] = {0, 0.3F, 0.6F, 0.87F, 0.94F, 0.97F};
  const auto letters =
      static_cast<size_t>(std::count_if(a.begin(), a.end(), [](const Consonant& c) { return !is_digit(c.family); }));
  float sure = kByCount[std::min(letters, std::size(kByCount) - 1)];
  for (size_t i = 0; i < a.size(); ++i)
    if (!share_sound(a[i], b[i])) sure -= 0.12F;
  if (!agree_on_start(arabic, latin)) sure -= 0.2F;
  // A long vowel that no Latin vowel answers, or many that Arabic would have written.
  const size_t longs = count_vowels(arabic, is_long_vowel);
  const size_t vowels = count_vowels(latin, is_latin_vowel);
  if (longs > vowels + 1) sure -= 0.1F;
  if (vowels > longs + 2 + a.size() / 4) sure -= 0.1F;
  return std::max(sure, 0.0F);
}

std::u16string drop_long_vowels(std::u16string_view folded) {
  std::u16string out;
  for (const char16_t c : folded)
    if (!is_long_vowel(c)) out += c;
  return out;
}

}  // namespace fihris
