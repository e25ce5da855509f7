#include "text/tokens.h"

namespace fihris {

Tokens find_tokens(const View&) { return {}; }

}  // namespace fihris
